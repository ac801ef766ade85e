import {
  type ExampleUnit,
  type ExampleYear,
  firstYear,
  usualLevel,
} from './organization.ts'

/** What became of a unit in a year. */
type Became = Partial<Pick<ExampleUnit, 'name' | 'headcount' | 'answers'>>

/**
 * Some left and some are new; a team went from customer service to sales, so that neither has
 * the same people any more; IT has another name.
 */
const became: Readonly<Record<string, Became>> = {
  'Warehouse North': { headcount: 54, answers: 0.72 },
  'Warehouse South': { headcount: 41 },
  'Night shift': { headcount: 25, answers: 0.64 },
  'Drivers East': { headcount: 47 },
  'Drivers West': { headcount: 46 },
  'Customer service': { headcount: 44 },
  Sales: { headcount: 50 },
  Finance: { headcount: 23 },
  IT: { name: 'IT and data', headcount: 36 },
}

/** How the company's general level moved; what is not here stayed. */
const moved: ExampleYear['levels'] = {
  'help.aware': -0.9,
  'help.trust': -0.35,
  'work.demands': -0.5,
  'soc.finance': -0.4,
  'work.change': 0.45,
}

const ownLevel = (construct: string): number =>
  Object.entries(firstYear.levels).find(([one]) => one === construct)?.[1] ?? usualLevel

/** The same company a year later. */
export const yearAfter: ExampleYear = {
  seed: 'fjord-logistics-2',
  units: firstYear.units.map((unit) => ({ ...unit, ...became[unit.name] })),
  levels: {
    ...firstYear.levels,
    ...Object.fromEntries(
      Object.entries(moved).map(([construct, by]) => [
        construct,
        ownLevel(construct) + by,
      ]),
    ),
  },
}
