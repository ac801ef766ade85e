import { describe, expect, it } from 'vitest'
import { contradictionsIn } from '#analysis/review/check-totals.ts'
import { totals, withNumbers } from './a-year.ts'

const today = '2026-11-22'
const faultsOf = (told: typeof totals) =>
  contradictionsIn(told, today).map(({ line, fault }) => `${line} ${fault}`)

describe('totals that contradict each other', () => {
  it('are none where everything agrees', () => {
    expect(faultsOf(totals)).toEqual([])
  })

  it('are pointed out by table, with both sums, and put right nowhere', () => {
    const found = contradictionsIn(withNumbers({ 'topic.mind': 25 }), today)

    expect(found).toEqual([
      {
        line: 'topic.mind',
        fault: 'sum',
        others: ['contacts.new'],
        words: { sum: 52, expected: 46 },
      },
    ])
  })

  it.each([
    ['flow.planned', 41, 'flow.planned exceeds'],
    ['satisfaction.satisfied', 27, 'satisfaction.satisfied exceeds'],
    ['safety.breaches-resolved', 1, 'safety.breaches-resolved exceeds'],
    ['outcome.matched', 45, 'outcome.matched exceeds'],
    ['outcome.calm.after', 101, 'outcome.calm.after range'],
  ] as const)('a part is no larger than its whole: %s %i', (line, value, fault) => {
    expect(faultsOf(withNumbers({ [line]: value }))).toContain(fault)
  })

  it('are empty lines in a table that was begun: empty is not nobody', () => {
    const { 'route.other': _, ...others } = totals.numbers

    expect(faultsOf({ ...totals, numbers: others })).toEqual(['route.other incomplete'])
  })

  it.each([
    [{ from: '2026-01', to: '2026-12' }, 'about.to running'],
    [{ from: '2026-09', to: '2025-10' }, 'about.to order'],
    [{ from: '2025-10', to: '2025-12' }, 'about.to length'],
    [{ from: '2026-01', to: '2026-09' }, 'quarter.q4 quarter-outside'],
  ])('the period is whole, over, and as long as the quarters: %o', (period, fault) => {
    expect(faultsOf({ ...totals, ...period })).toContain(fault)
  })

  it('more people than are covered, where families have no part in it', () => {
    expect(faultsOf({ ...totals, covered: 40, family: false })).toContain(
      'contacts.new exceeds',
    )
    expect(faultsOf({ ...totals, covered: 40 })).toEqual([])
  })
})
