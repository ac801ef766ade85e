import { describe, expect, it } from 'vitest'
import type { ConstructChange, WaveChange } from '#analysis/needs/wave-change.ts'
import { componentIds, componentOf } from '#analysis/recommendation/components.ts'
import { besideThisYear } from '#analysis/recommendation/next-year.ts'
import { monthsBetween, stopOrChange } from '#analysis/recommendation/stop-or-change.ts'
import { orderChanges, targetsOf } from '#analysis/recommendation/what-changed.ts'
import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import { aNeed, aRecommendation } from '../a-recommendation.ts'

const change = (construct: ConstructId, organization: WaveChange): ConstructChange => {
  return { construct, was: { kind: 'shown', value: 50 }, organization, units: {} }
}
const points = (some: number): WaveChange => ({ kind: 'change', points: some })

describe('what changed', () => {
  it('begins with what the program was to change, then hazards; the largest first', () => {
    const lines = orderChanges(
      [
        change('bio.msk', points(-25)),
        change('work.demands', points(-5)),
        change('work.control', points(10)),
        change('soc.finance', { kind: 'no-clear-change' }),
        change('bio.sleep', { kind: 'hidden' }),
      ],
      ['financial_counselling', 'sleep_programme'],
    )

    expect(lines.map(({ construct, about }) => [construct, about])).toEqual([
      ['soc.finance', 'targeted'],
      ['bio.sleep', 'targeted'],
      ['work.control', 'hazard'],
      ['work.demands', 'hazard'],
      ['bio.msk', 'other'],
    ])
    expect(lines[0]?.components).toEqual(['financial_counselling'])
  })

  it('counts a component for the needs it is there for: every one has some', () => {
    expect(componentIds.filter((id) => targetsOf(id).length === 0)).toEqual(
      componentIds.filter((id) => Object.keys(componentOf(id).fits).length === 0),
    )
    expect(targetsOf('counselling_individual')).not.toContain('work.balance')
  })
})

describe('a component that reached nobody', () => {
  const carried = {
    component: 'financial_counselling',
    since: '2025-11',
    reach: 'nobody',
  }
  const verdictOn = (
    score: number | null,
    { month = '2026-11', ...more }: { month?: string; reach?: 'people' } = {},
  ) => {
    const others = constructIds
      .filter((id) => id !== 'soc.finance')
      .map((id) => aNeed(id, 10))
    const needs = score === null ? others : [...others, aNeed('soc.finance', score)]
    return stopOrChange([{ ...carried, ...more } as never], needs, [], month)[0]?.verdict
  }

  it('is to be stopped or changed after twelve months without a need', () => {
    expect(verdictOn(24)).toBe('no-need')
    expect(verdictOn(24, { month: '2026-10' })).toBeUndefined()
    expect(verdictOn(24, { reach: 'people' })).toBeUndefined()
  })

  it('is to be offered in another way where the need is there', () => {
    expect(verdictOn(25)).toBe('need-remains')
  })

  it('is not called unneeded where its need is not known', () => {
    expect(verdictOn(null)).toBe('need-not-known')
  })

  it('stays where it is part of every program, or a hazard demands it', () => {
    const since = { since: '2024-01', reach: 'nobody' } as const
    const duty = aRecommendation('psychosocial_redesign', 'must-address')
    const listed = stopOrChange(
      [
        { component: 'crisis_line', ...since },
        { component: 'psychosocial_redesign', ...since },
      ],
      [],
      [duty],
      '2026-11',
    )

    expect(listed.map(({ verdict }) => verdict)).toEqual(['duty', 'duty'])
  })

  it('is judged by whole months over the turn of a year', () => {
    expect(monthsBetween('2025-12', '2026-01')).toBe(1)
    expect(monthsBetween('2026-01', '2025-12')).toBe(-1)
  })
})

describe("next year's program", () => {
  it('says what stays, what is added, and why each other part is left out', () => {
    const chosen = (component: 'crisis_line' | 'sleep_programme') =>
      ({ component, reason: 'coverage', cost: 2 }) as never
    const beside = besideThisYear(
      ['crisis_line', 'msk_programme', 'legal_consult', 'stress_group', 'peer_support'],
      ['msk_programme'],
      { chosen: [chosen('crisis_line'), chosen('sleep_programme')] },
      [
        aRecommendation('legal_consult', 'not-now'),
        aRecommendation('stress_group', 'do-not-offer'),
        aRecommendation('peer_support', 'consider'),
      ],
    )

    expect(beside.stays.map(({ component }) => component)).toEqual(['crisis_line'])
    expect(beside.added.map(({ component }) => component)).toEqual(['sleep_programme'])
    expect(beside.dropped).toEqual([
      { component: 'msk_programme', because: 'stopped' },
      { component: 'legal_consult', because: 'below-line' },
      { component: 'stress_group', because: 'blocked' },
      { component: 'peer_support', because: 'budget' },
    ])
  })
})
