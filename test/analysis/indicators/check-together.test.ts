import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicatorIds } from '#analysis/indicators/catalogue.ts'
import { figureFault } from '#analysis/indicators/check-figure.ts'
import { tellsOfFew, togetherFaults } from '#analysis/indicators/check-together.ts'
import { type HrFigure, type HrGroup, keyOf } from '#analysis/indicators/figure.ts'
import { peopleBehind } from '#analysis/indicators/people-behind.ts'
import { toPeriod } from '#analysis/indicators/period.ts'

const groups: readonly HrGroup[] = [
  { unit: null, headcount: 150 },
  { unit: 'north', headcount: 60 },
  { unit: 'south', headcount: 50 },
  { unit: 'office', headcount: 40 },
]

const figure = (
  unit: string | null,
  indicator: HrFigure['indicator'],
  value: number,
  period = '2025',
): HrFigure => ({
  unit,
  indicator,
  period: toPeriod(period),
  value,
  people: null,
  source: 'Payroll',
})

/** Faults by unit and period, for reading. */
const faults = (
  kept: readonly HrFigure[],
  added: readonly HrFigure[],
  of: readonly HrGroup[] = groups,
) =>
  [...togetherFaults(kept, added, of)].map(([key, fault]) => [
    ...JSON.parse(key).filter((_: string, place: number) => place !== 1),
    fault,
  ])

describe('figures beside each other', () => {
  it('may stand for the whole and for every unit', () => {
    const all = [
      figure(null, 'accidents.count', 16),
      figure('north', 'accidents.count', 9),
      figure('south', 'accidents.count', 7),
      figure('office', 'accidents.count', 0),
    ]

    expect(faults([], all)).toEqual([])
  })

  it('are refused for the units where the whole would leave few people for the rest', () => {
    const all = [
      figure(null, 'accidents.count', 16),
      figure('north', 'accidents.count', 7),
      figure('south', 'accidents.count', 6),
    ]

    expect(faults([], all)).toEqual([
      ['north', '2025', 'few-in-rest'],
      ['south', '2025', 'few-in-rest'],
    ])
  })

  it('are refused for the whole where the units are kept already', () => {
    const units = [
      figure('north', 'accidents.count', 7),
      figure('south', 'accidents.count', 6),
    ]

    expect(faults(units, [figure(null, 'accidents.count', 16)])).toEqual([
      [null, '2025', 'few-in-rest'],
    ])
  })

  it('count shares of people as the people they are', () => {
    const all = [figure(null, 'turnover', 10), figure('north', 'turnover', 20)]

    expect(faults([], all)).toEqual([['north', '2025', 'few-in-rest']])
  })

  it('leave a rest of the sensitive ones of forty people or nobody', () => {
    const small: readonly HrGroup[] = [
      { unit: null, headcount: 130 },
      { unit: 'north', headcount: 60 },
      { unit: 'south', headcount: 50 },
      { unit: 'office', headcount: 20 },
    ]
    const all = [
      figure(null, 'eap-use', 20),
      figure('north', 'eap-use', 12),
      figure('south', 'eap-use', 12),
    ]

    expect(faults([], all, small)).toEqual([
      ['north', '2025', 'small-rest'],
      ['south', '2025', 'small-rest'],
    ])
    expect(faults([], all.slice(1), small)).toEqual([])
  })

  it('tell a year as a whole or in halves, never both', () => {
    const year = figure(null, 'overtime', 4)
    const half = figure('north', 'overtime', 4, '2025-H1')

    expect(faults([], [year, half])).toEqual([['north', '2025-H1', 'mixed-periods']])
    expect(faults([half], [year])).toEqual([[null, '2025', 'mixed-periods']])
    expect(faults([], [figure(null, 'overtime', 4, '2024'), half])).toEqual([])
  })

  it('that do not add up are not taken out where the rest would then be few', () => {
    const all = [
      figure(null, 'accidents.count', 10),
      figure('north', 'accidents.count', 9),
      figure('south', 'accidents.count', 8),
      figure('office', 'accidents.count', 5),
    ]

    expect(faults([], all)).toEqual([])
    expect(tellsOfFew(all, groups)).toBe(false)
    expect(tellsOfFew(all.slice(0, 2), groups)).toBe(true)
  })

  it('never leave a rest of one to four people, in whatever order they come and go', () => {
    const told = fc.record({
      unit: fc.constantFrom(null, 'north', 'south', 'office'),
      indicator: fc.constantFrom(...indicatorIds),
      value: fc.integer({ min: 0, max: 30 }),
      people: fc.option(fc.integer({ min: 0, max: 60 })),
      period: fc.constantFrom(...['2024', '2025', '2025-H1'].map(toPeriod)),
      source: fc.constant('Payroll'),
    })
    const steps = fc.array(
      fc.oneof(
        fc.record({ add: fc.array(told, { maxLength: 12 }) }),
        fc.record({ remove: fc.nat() }),
      ),
      { maxLength: 6 },
    )

    fc.assert(
      fc.property(steps, (all) => {
        const kept = all.reduce(afterStep, [] as readonly HrFigure[])

        expect(restsOf(kept).filter((rest) => rest > 0.5 && rest < 4.5)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

type Step = { readonly add: readonly HrFigure[] } | { readonly remove: number }

function afterStep(kept: readonly HrFigure[], step: Step): readonly HrFigure[] {
  if ('remove' in step) {
    const fewer = kept.filter((_, place) => place !== step.remove % 12)
    return tellsOfFew(fewer, groups) ? kept : fewer
  }
  const sizes = new Map(groups.map((group) => [group.unit, group]))
  const single = [...new Map(step.add.map((each) => [keyOf(each), each])).values()]
  const allowed = single.filter((each) => {
    const group = sizes.get(each.unit)
    return group && figureFault(each, group, '2026-11-21') === null
  })
  const out = togetherFaults(kept, allowed, groups)
  const taken = allowed.filter((each) => !out.has(keyOf(each)))
  return [...new Map([...kept, ...taken].map((each) => [keyOf(each), each])).values()]
}

/** What a reader gets by subtraction: the whole less the units told, in people. */
function restsOf(kept: readonly HrFigure[]): readonly number[] {
  const size = (unit: string | null) =>
    groups.find((group) => group.unit === unit)?.headcount ?? 0
  const people = (each: HrFigure) => peopleBehind(each, size(each.unit)) ?? 0
  return kept
    .filter(({ unit }) => unit === null)
    .flatMap((whole) => {
      const units = kept.filter(
        ({ unit, indicator, period }) =>
          unit !== null && indicator === whole.indicator && period === whole.period,
      )
      if (units.length === 0 || units.length === groups.length - 1) return []
      return [units.reduce((rest, each) => rest - people(each), people(whole))]
    })
}
