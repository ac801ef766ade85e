import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Outcome } from './attack.ts'
import { populationOf } from './population.ts'
import { isIn } from './published.ts'
import { type RandomOrganization, randomOrganization } from './random-organization.ts'
import { asMeasured } from './wanted.ts'

/** What the rules leave to be read, beside what a threshold of ten alone would. */
interface Utility {
  /** share of those who answered whose lowest unit is shown, 0–1 */
  readonly covered: number
  /** the same with teams as they are and no rule but ten answers */
  readonly coveredByTen: number
  /** figures by background, and how many of them have ten answers */
  readonly groups: number
  readonly groupsOfTen: number
}

/**
 * Measures the price of the rules as the design does: share of respondents whose lowest unit
 * is reported, and figures by background, in organizations where everybody tells their
 * background.
 *
 * @param least the share of respondents that must be covered, 0–1
 */
export function measureUtility(people: number, count: number, least: number): Outcome {
  const measured = Array.from({ length: count }, (_, index) => {
    const seed = `utility ${people} ${index}`
    return utilityOf(randomOrganization(seed, { ...asMeasured, people }))
  })
  const mean = (of: (one: Utility) => number): number =>
    measured.reduce((sum, one) => sum + of(one), 0) / measured.length
  const covered = mean((one) => one.covered)
  const groups = mean((one) => one.groups)
  const groupsOfTen = mean((one) => one.groupsOfTen)
  return {
    name: `what can still be read of ${people} people (5.5)`,
    expects: `${100 * least} % covered at least`,
    figures: {
      organizations: count,
      'percent covered': 100 * covered,
      'by ten alone': 100 * mean((one) => one.coveredByTen),
      'figures by background': groups,
      'those of ten answers': groupsOfTen,
      'percent kept': (100 * groups) / groupsOfTen,
    },
    broken:
      covered < least ? [`${people}: covers ${covered}, expected ${least} at least`] : [],
  }
}

function utilityOf(organization: RandomOrganization): Utility {
  const { plan, counts, people } = organization
  const release = disclose(plan, counts)
  const [cells] = Object.values(release.constructs)
  const isShown = (unit: string): boolean => {
    const cell = plan.units.length === 0 ? cells?.organization : cells?.units[unit]
    return cell !== undefined && cell.meanNeed.kind !== 'hidden'
  }
  const teams = Map.groupBy(people, ({ team }) => team)
  const inLargeTeams = people.filter(({ team }) => (teams.get(team)?.length ?? 0) >= 10)
  const population = populationOf(organization, 0)
  const sizes = release.groups.map(({ unit, filter, category }) => {
    const index = plan.filters.findIndex(({ id }) => id === filter)
    const answer = plan.filters[index]?.categories.indexOf(category) ?? -1
    const place = unit === null ? population.units.length : population.units.indexOf(unit)
    return population.atoms
      .filter((atom) => isIn(atom, { place, filter: index, answer }))
      .reduce((sum, atom) => sum + atom.people, 0)
  })
  const groups = Object.values(cells?.groups ?? {})
  return {
    covered: people.filter(({ unit }) => isShown(unit)).length / people.length,
    coveredByTen: inLargeTeams.length / people.length,
    groups: groups.filter(({ meanNeed }) => meanNeed.kind !== 'hidden').length,
    groupsOfTen: sizes.filter((size) => size >= 10).length,
  }
}
