import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ComponentId,
  componentIds,
  componentOf,
} from '#analysis/recommendation/components.ts'
import {
  answeredBy,
  matchOf,
  priorityOf,
  wishOf,
} from '#analysis/recommendation/priority.ts'
import { atLeast, atMostConsider, tierOf } from '#analysis/recommendation/tiers.ts'
import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'

const needs: Readonly<Partial<Record<ConstructId, number>>> = {
  'soc.finance': 77,
  'soc.legal': 43,
  'psy.distress': 60,
  'work.demands': 56,
  'work.control': 36,
  'work.role': 20,
}

const matchIn = (id: ComponentId, known = needs): number =>
  matchOf(
    answeredBy(componentOf(id), (construct) => known[construct]).map(
      ({ match }) => match,
    ),
  )

const priorityIn = (id: ComponentId, wish: number, known = needs): number =>
  priorityOf(matchIn(id, known), componentOf(id).evidenceValue, wish)

describe('the priority of a component', () => {
  it('has the values that the design names', () => {
    expect(matchIn('financial_counselling')).toBeCloseTo(56.48, 10)
    expect(priorityIn('financial_counselling', 0.5)).toBeCloseTo(35.52592, 10)
    expect(priorityIn('financial_counselling', 1)).toBeCloseTo(41.7952, 10)
    expect(priorityIn('psychosocial_redesign', 0.5)).toBeCloseTo(36.1692, 10)
    expect(priorityIn('counselling_individual', 0.5)).toBeCloseTo(28.917, 10)
  })

  it('counts the best answered need most, and unknown needs not at all', () => {
    const answers = answeredBy(componentOf('psychosocial_redesign'), (id) => needs[id])

    expect(answers.map(({ construct }) => construct)).toEqual([
      'work.demands',
      'work.control',
      'work.role',
    ])
    expect(matchOf([])).toBe(0)
  })

  it('grows with fit, need, evidence and wish', () => {
    const share = fc.double({ min: 0, max: 0.9, noNaN: true })
    const need = fc.double({ min: 1, max: 100, noNaN: true })
    fc.assert(
      fc.property(share, need, share, share, (fit, score, evidence, wish) => {
        const of = (a: number, n: number, e: number, f: number): number =>
          priorityOf(matchOf([a * n]), e, f)

        const base = of(fit, score, evidence, wish)
        expect(of(fit + 0.1, score, evidence, wish)).toBeGreaterThan(base)
        expect(of(fit, score + 1, evidence, wish)).toBeGreaterThanOrEqual(base)
        expect(of(fit, score, evidence + 0.1, wish)).toBeGreaterThanOrEqual(base)
        expect(of(fit, score, evidence, wish + 0.1)).toBeGreaterThanOrEqual(base)
        expect(wishOf(wish + 0.1)).toBeGreaterThanOrEqual(wishOf(wish))
      }),
    )
  })

  it('does not grow with wishes beyond three in ten', () => {
    expect(wishOf(0.15)).toBeCloseTo(0.5, 12)
    expect(wishOf(0.3)).toBe(1)
    expect(wishOf(0.8)).toBe(1)
  })

  it.each(constructIds.filter((id) => constructOf(id).domain === 'work'))(
    'of the primary component is the greatest where %s is the only need',
    (construct) => {
      const only = { [construct]: 60 }
      const best = (isPrimary: boolean, wish: number): number =>
        Math.max(
          ...componentIds
            .filter((id) => (componentOf(id).level === 'primary') === isPrimary)
            .map((id) => priorityIn(id, wish, only)),
        )

      // Even if everybody wanted the individual help and nobody the change of the work.
      expect(best(true, 0)).toBeGreaterThan(best(false, 1))
    },
  )
})

describe('the tier by scores', () => {
  it('is recommend, consider or not now', () => {
    expect(tierOf(0.8, 1)).toBe('recommend')
    expect(tierOf(0.75, 1)).toBe('consider')
    expect(tierOf(0.5, 0.5)).toBe('consider')
    expect(tierOf(0, 0.8)).toBe('consider')
    expect(tierOf(0.45, 0.75)).toBe('not-now')
  })

  it('can be lifted, never lowered, to a least tier', () => {
    expect(atLeast('not-now', 'consider')).toBe('consider')
    expect(atLeast('recommend', 'consider')).toBe('recommend')
    expect(atLeast('core', 'recommend')).toBe('core')
  })

  it('can be capped, but not what is core or a duty', () => {
    expect(
      (['core', 'must-address', 'recommend', 'consider', 'not-now'] as const).map(
        atMostConsider,
      ),
    ).toEqual(['core', 'must-address', 'consider', 'consider', 'not-now'])
  })
})
