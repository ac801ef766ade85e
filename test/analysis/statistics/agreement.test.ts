import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cohensKappa,
  crossTable,
  type KappaWeighting,
} from '#analysis/statistics/cohens-kappa.ts'
import {
  krippendorffsAlpha,
  type RatingMetric,
} from '#analysis/statistics/krippendorffs-alpha.ts'
import expected from '../expected/reliability.json' with { type: 'json' }
import { column, expectClose, finiteOrRefused, valueIn } from './compare.ts'

const weightings: readonly KappaWeighting[] = ['plain', 'linear', 'quadratic']
const metrics: readonly RatingMetric[] = ['nominal', 'ordinal', 'interval', 'ratio']

describe('Cohen’s κ', () => {
  it.each(expected.kappas)('is that of R, $weighting', (r) => {
    const found = cohensKappa(r.counts, r.weighting as KappaWeighting)

    if (found.kind === 'refused') throw new Error('expected κ')
    expectClose(found.kappa, r.kappa)
    expectClose(found.observed, r.observed)
    expectClose(found.expected, r.expected)
    // R's error is from numerical slopes.
    expectClose(found.standardError, r.error, 1e-6)
  })

  it('is the one the method names', () => {
    const counts = [
      [20, 5, 1],
      [3, 15, 2],
      [0, 4, 10],
    ]

    expect(cohensKappa(counts)).toMatchObject({ kappa: expect.closeTo(0.6153846, 7) })
    expect(cohensKappa(counts, 'quadratic')).toMatchObject({
      kappa: expect.closeTo(0.75, 12),
    })
  })

  it('is refused without ratings, or where both use one category only', () => {
    expect(
      cohensKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toMatchObject({ reason: 'nothing-rated' })
    expect(
      cohensKappa([
        [0, 0],
        [0, 7],
      ]),
    ).toMatchObject({ reason: 'one-category-only' })
  })

  it('says what it expected', () => {
    expect(() => cohensKappa([[1]])).toThrow('expected two categories or more, got 1')
    expect(() => cohensKappa([[1, 2], [3]])).toThrow(
      'expected 2 counts in each row, got 1',
    )
    expect(() =>
      cohensKappa([
        [1, 2],
        [3, -1],
      ]),
    ).toThrow('counts of 0 or more, got -1')
  })

  const ratings = fc.array(fc.integer({ min: 0, max: 3 }), {
    minLength: 1,
    maxLength: 40,
  })

  it.each(weightings)('is 1 without error for perfect agreement, %s', (weighting) => {
    fc.assert(
      fc.property(ratings, (one) => {
        const found = cohensKappa(crossTable(one, one, 4), weighting)

        if (found.kind === 'refused') expect(new Set(one).size).toBe(1)
        else {
          expect(found.kappa).toBeCloseTo(1, 10)
          expect(found.standardError).toBeCloseTo(0, 6)
        }
      }),
    )
  })

  it('does not depend on who rated first', () => {
    const pairs = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), {
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(pairs, fc.constantFrom(...weightings), (rated, weighting) => {
        const one = rated.map(([first]) => first)
        const other = rated.map(([, second]) => second)

        const found = finiteOrRefused(() =>
          cohensKappa(crossTable(one, other, 4), weighting),
        )
        const turned = cohensKappa(crossTable(other, one, 4), weighting)

        if (found?.kind !== 'kappa' || turned.kind !== 'kappa') return
        expect(found.kappa).toBeLessThanOrEqual(1 + 1e-12)
        expect(found.kappa).toBeCloseTo(turned.kappa, 9)
        expect(found.standardError).toBeCloseTo(turned.standardError, 6)
      }),
    )
  })
})

describe('a table of two raters', () => {
  it('counts what both rated', () => {
    const table = crossTable(column([0, 1, 1, null, 0]), column([0, 1, 0, 1, null]), 2)

    expect(table).toEqual([
      [1, 0],
      [1, 1],
    ])
  })

  it('says what it expected', () => {
    expect(() => crossTable([0], [0, 1], 2)).toThrow('expected 1 ratings, got 2')
    expect(() => crossTable([0], [2], 2)).toThrow('a category from 0 to 1, got 2')
  })
})

describe('Krippendorff’s α', () => {
  /** Four observers, twelve units: the example its author published results of. */
  const published = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
    [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
  ].map(column)

  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('is the published one, %s', (metric, alpha) => {
    expect(valueIn(krippendorffsAlpha(published, metric))).toBeCloseTo(alpha, 3)
  })

  it.each(expected.krippendorff.map((one, index) => ({ ...one, index })))(
    'is that of R, ratings $index',
    ({ raters, alpha }) => {
      for (const metric of metrics) {
        expectClose(
          valueIn(krippendorffsAlpha(raters.map(column), metric)),
          alpha[metric],
        )
      }
    },
  )

  it('is refused where nothing can be compared or nothing varies', () => {
    const apart = [column([1, null]), column([null, 2])]

    expect(krippendorffsAlpha(apart, 'nominal')).toMatchObject({
      reason: 'no-unit-with-two-ratings',
    })
    expect(
      krippendorffsAlpha(
        [
          [3, 3],
          [3, 3],
        ],
        'interval',
      ),
    ).toMatchObject({
      reason: 'ratings-do-not-vary',
    })
  })

  it('says what it expected', () => {
    expect(() => krippendorffsAlpha([], 'nominal')).toThrow(
      'at least one column, got none',
    )
    expect(() => krippendorffsAlpha([[1], [-1]], 'ratio')).toThrow(
      'expected finite ratings of a ratio scale, got -1',
    )
    expect(() =>
      krippendorffsAlpha(
        [
          [1e200, 1],
          [1, -1e200],
        ],
        'interval',
      ),
    ).toThrow('got larger ones')
  })

  it('is 1 for perfect agreement and at most 1 always', () => {
    const rating = fc.oneof(fc.double({ min: 0, max: 9 }), fc.nat(5))
    const tables = fc.integer({ min: 1, max: 8 }).chain((length) =>
      fc.array(fc.array(rating, { minLength: length, maxLength: length }), {
        minLength: 1,
        maxLength: 5,
      }),
    )
    fc.assert(
      fc.property(tables, fc.constantFrom(...metrics), (table, metric) => {
        const found = finiteOrRefused(() => krippendorffsAlpha(table, metric))
        const [first = []] = table
        const same = krippendorffsAlpha([first, first, first], metric)

        if (found?.kind === 'estimate') expect(found.value).toBeLessThanOrEqual(1)
        if (same.kind === 'estimate') expect(same.value).toBe(1)
      }),
      { numRuns: 300 },
    )
  })
})
