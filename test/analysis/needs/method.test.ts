import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { confidenceOf } from '#analysis/needs/confidence.ts'
import { convergenceOf } from '#analysis/needs/convergence.ts'
import { blendEquity, highestGroupRate } from '#analysis/needs/equity.ts'
import { parameters } from '#analysis/needs/parameters.ts'
import { peopleCount } from '#analysis/needs/people.ts'
import { pointSurveyNeed } from '#analysis/needs/point-need.ts'
import { bandOf, pool, qualitiesOf } from '#analysis/needs/pooling.ts'
import { pointPrevalence } from '#analysis/needs/prevalence.ts'
import type { CountedGroup, SurveyEvidence } from '#analysis/needs/read-release.ts'
import {
  seriousness,
  shareHighAmongElevated,
  surveyNeed,
} from '#analysis/needs/seriousness.ts'
import { type ConstructId, constructIds } from '#surveys/constructs.ts'

const group = (unit: string, headcount: number, n: number, k: number): CountedGroup => {
  return { unit, headcount, n, k, m: 0, isExact: true }
}

const evidence = (groups: readonly CountedGroup[], m = 0): SurveyEvidence => {
  const sumOf = (field: 'n' | 'k'): number =>
    groups.reduce((sum, one) => sum + one[field], 0)
  const headcount = groups.reduce((sum, one) => sum + (one.headcount ?? 0), 0)
  return {
    organization: { headcount, n: sumOf('n'), k: sumOf('k'), m, isExact: true },
    answered: sumOf('n'),
    groups,
    strata: groups.length > 1 ? groups : [],
    isUpperBound: false,
    workImpact: null,
  }
}

describe('the equity blend', () => {
  it('has the values of the worked example', () => {
    const groups = [group('a', 40, 28, 14), group('b', 160, 104, 12)]

    const rate = pointPrevalence(evidence(groups))
    const highest = highestGroupRate(groups, rate)

    expect(rate).toBeCloseTo(0.1923, 4)
    expect(highest).toBeCloseTo(0.419, 4)
    expect(blendEquity(rate, highest)).toBeCloseTo(0.249, 4)
  })

  it('looks at groups of twenty answers or more only', () => {
    expect(highestGroupRate([group('a', 40, 19, 19)], 0.2)).toBe(0)
    expect(blendEquity(0.2, 0)).toBeCloseTo(0.2, 12)
  })
})

describe('seriousness', () => {
  it.each([
    [0.7, 0.25, null, 0.53125],
    [0.7, 0.25, 0.6, 0.545],
    [0.95, 0.1, null, 0.63125],
  ])(
    'of severity %d and share high %d, impact %s, is %d',
    (severity, high, impact, s) => {
      expect(seriousness(severity, high, impact)).toBeCloseTo(s, 12)
    },
  )

  it('reads the share high with one case more on either side', () => {
    expect(shareHighAmongElevated(0, 0)).toBe(0.5)
    expect(shareHighAmongElevated(9, 18)).toBe(0.5)
  })
})

describe('the need from a survey', () => {
  it.each([
    [0, 0.5, 0],
    [0.05, 0.6, 18.126925],
    [0.15, 0.4875, 38.584012],
    [0.3, 0.53125, 65.440925],
    [0.45, 0.4875, 76.834359],
    [0.6, 0.4875, 85.772593],
    [1, 1, 99.872737],
  ])('of prevalence %d and seriousness %d is %d', (prevalence, serious, need) => {
    expect(surveyNeed(prevalence, serious)).toBeCloseTo(need, 6)
  })

  it('grows with those elevated, with those high, and with severity', () => {
    const any = fc.tuple(
      anyConstruct(),
      fc.integer({ min: 10, max: 400 }),
      fc.nat(),
      fc.nat(),
    )
    fc.assert(
      fc.property(any, ([construct, n, a, b]) => {
        const k = a % n
        const m = b % (k + 1)
        const needOf = (elevated: number, high: number): number =>
          pointSurveyNeed(construct, evidence([group('a', 500, n, elevated)], high))

        expect(needOf(k + 1, m)).toBeGreaterThan(needOf(k, m))
        if (m < k) expect(needOf(k, m + 1)).toBeGreaterThan(needOf(k, m))
        expect(surveyNeed(0.3, seriousness(0.6, 0.3, null))).toBeGreaterThan(
          surveyNeed(0.3, seriousness(0.5, 0.3, null)),
        )
      }),
    )
  })

  it('never grows when somebody without the need answers too', () => {
    const anyGroup = fc.tuple(fc.integer({ min: 20, max: 90 }), fc.nat())
    fc.assert(
      fc.property(
        anyConstruct(),
        fc.array(anyGroup, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        (construct, drawn, chosen) => {
          const groups = drawn.map(([n, a], i) => group(`u${i}`, 100, n, a % (n + 1)))
          const index = chosen % groups.length
          const more = groups.map((one, i) =>
            i === index ? { ...one, n: one.n + 1 } : one,
          )

          const before = pointSurveyNeed(construct, evidence(groups))
          const after = pointSurveyNeed(construct, evidence(more))

          expect(after).toBeLessThanOrEqual(before + 1e-12)
        },
      ),
    )
  })

  it('does not depend on the order of groups', () => {
    const groups = [
      group('a', 40, 28, 14),
      group('b', 160, 104, 12),
      group('c', 90, 60, 30),
    ]

    const need = pointSurveyNeed('bio.sleep', evidence(groups))

    expect(pointSurveyNeed('bio.sleep', evidence(groups.toReversed()))).toBeCloseTo(
      need,
      12,
    )
  })
})

describe('pooling sources', () => {
  const { survey, focusGroups, managers } = parameters.sources

  it('weighs each source by its weight and quality', () => {
    const all = pool([
      { score: 60, weight: survey },
      { score: 40, weight: focusGroups },
      { score: 80, weight: managers * 0.5 },
    ])
    const two = pool([
      { score: 60, weight: survey * 0.5 },
      { score: 40, weight: focusGroups },
    ])

    expect(all).toBeCloseTo(56.216216, 6)
    expect(two).toBeCloseTo(50.909091, 6)
  })

  it('of nothing is nothing, not zero', () => {
    expect(pool([])).toBeNull()
    expect(pool([{ score: 60, weight: 0 }])).toBeNull()
  })

  it('trusts each source as far as it reaches', () => {
    const heard = { responseRate: 0.3, groups: 3, managerCoverage: 0.3 }

    expect(qualitiesOf('work.demands', heard)).toEqual({
      survey: 0.5,
      focusGroups: 1,
      managers: 0.5,
    })
    expect(qualitiesOf('psy.distress', heard).managers).toBe(0.25)
    expect(qualitiesOf('work.demands', { ...heard, responseRate: 0.9 }).survey).toBe(1)
    expect(qualitiesOf('work.demands', { ...heard, responseRate: null }).survey).toBe(0.5)
  })

  it('names bands from 25, 45 and 65 on', () => {
    expect([24, 25, 44, 45, 64, 65].map(bandOf)).toEqual([
      'low',
      'some',
      'some',
      'considerable',
      'considerable',
      'high',
    ])
  })
})

describe('convergence', () => {
  const of = (
    survey: number | null,
    focusGroups: number | null,
    managers: number | null,
  ) => convergenceOf({ survey, focusGroups, managers })

  it('goes by levels of twenty points', () => {
    expect(of(45, 59, null)).toBe('agreement')
    expect(of(39, 40, null)).toBe('partial')
    expect(of(39, 60, null)).toBe('dissonance')
    expect(of(65, 90, 100)).toBe('agreement')
    expect(of(65, 70, 30)).toBe('dissonance')
  })

  it('is silence where groups had the topic and others rate it high', () => {
    expect(of(45, 0, null)).toBe('silence')
    expect(of(30, 0, null)).toBe('partial')
    expect(of(null, 0, 70)).toBe('silence')
  })

  it('needs two sources', () => {
    expect(of(45, null, null)).toBe('single-source')
    expect(of(null, null, 45)).toBe('single-source')
  })
})

describe('confidence', () => {
  const best = {
    interval: { low: 50, high: 70 },
    responseRate: 0.7,
    convergence: 'agreement',
    sources: 3,
    answered: 200,
  } as const

  it('is moderate at most, because the items are not validated yet', () => {
    expect(confidenceOf(best)).toBe('moderate')
  })

  it('falls with a wide interval, few answers, dissonance and a single source', () => {
    const two = { ...best, sources: 2 }
    expect(confidenceOf(two)).toBe('moderate')
    expect(confidenceOf({ ...two, interval: { low: 40, high: 66 } })).toBe('low')
    expect(confidenceOf({ ...two, interval: { low: 30, high: 71 } })).toBe('very-low')
    expect(confidenceOf({ ...two, responseRate: 0.4 })).toBe('low')
    expect(confidenceOf({ ...two, responseRate: 0.2 })).toBe('very-low')
    expect(confidenceOf({ ...two, responseRate: null })).toBe('low')
    expect(confidenceOf({ ...two, convergence: 'dissonance' })).toBe('low')
    expect(confidenceOf({ ...two, convergence: 'single-source', sources: 1 })).toBe('low')
  })

  it('is low at most below thirty answers, or without a survey', () => {
    expect(confidenceOf({ ...best, answered: 25 })).toBe('low')
    expect(confidenceOf({ ...best, answered: null, responseRate: null })).toBe('low')
  })
})

describe('people', () => {
  const draws = Float64Array.from({ length: 1001 }, (_, index) => 0.4 + index / 10_000)

  it('are counted outward in fives where a hundred answered', () => {
    expect(peopleCount(0.44, draws, 420, 290)).toEqual({
      about: 185,
      low: 165,
      high: 210,
      of: 420,
    })
  })

  it('are counted in twentieths of all where fewer answered', () => {
    expect(peopleCount(0.45, draws, 60, 35)).toEqual({
      about: 27,
      low: 24,
      high: 30,
      of: 60,
    })
  })

  it('are counted of a hundred where nobody knows how many there are', () => {
    expect(peopleCount(0.44, draws, null, 290)).toEqual({
      about: 45,
      low: 40,
      high: 50,
      of: 100,
    })
  })
})

function anyConstruct(): fc.Arbitrary<ConstructId> {
  return fc.constantFrom(...constructIds)
}

describe('work impact', () => {
  it('counts where the key drivers are released, and only for what is among them', () => {
    const one = evidence([group('a', 500, 300, 90)])
    const plain = pointSurveyNeed('work.demands', one)

    const most = pointSurveyNeed('work.demands', { ...one, workImpact: 1 })
    const none = pointSurveyNeed('work.demands', { ...one, workImpact: 0 })

    expect(most).toBeGreaterThan(plain)
    expect(none).toBeLessThan(plain)
  })
})
