import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Covariances,
  covariances,
  covariancesByGroup,
} from '#analysis/statistics/covariance.ts'
import {
  cronbachAlpha,
  meanCorrelation,
  spearmanBrown,
  standardizedAlpha,
} from '#analysis/statistics/cronbach-alpha.ts'
import { feldtInterval } from '#analysis/statistics/feldt-interval.ts'
import { itemStatistics } from '#analysis/statistics/item-statistics.ts'
import { omegaTotal } from '#analysis/statistics/omega.ts'
import { fitOneFactor } from '#analysis/statistics/one-factor.ts'
import expected from '../expected/reliability.json' with { type: 'json' }
import {
  column,
  expectAllClose,
  expectClose,
  finiteOrRefused,
  valueIn,
} from './compare.ts'

/** Twenty people, four items: what the method's own figures are computed from. */
const fixture = expected.fixture.map(column)

const scales = expected.scales.map(({ items, ...rest }, index) => ({
  ...rest,
  index,
  items: items.map(column),
}))

function listwise(items: readonly ArrayLike<number>[]): Covariances {
  const found = covariances(items, 'listwise')
  if (found.kind === 'refused')
    throw new Error(`expected covariances, got ${found.reason}`)
  return found
}

function pairwise(items: readonly ArrayLike<number>[]): Covariances {
  const found = covariances(items, 'pairwise')
  if (found.kind === 'refused')
    throw new Error(`expected covariances, got ${found.reason}`)
  return found
}

describe('Cronbach’s α', () => {
  it.each(scales)('is that of R, data $index', (scale) => {
    expectClose(valueIn(cronbachAlpha(listwise(scale.items))), scale.alpha)
    expectClose(valueIn(cronbachAlpha(pairwise(scale.items))), scale.alphaPairwise)
    expectClose(valueIn(standardizedAlpha(listwise(scale.items))), scale.standardized)
    expectClose(
      valueIn(standardizedAlpha(pairwise(scale.items))),
      scale.standardizedPairwise,
    )
  })

  it('is the one the method names', () => {
    expect(valueIn(cronbachAlpha(listwise(fixture)))).toBeCloseTo(0.9531274013, 10)
    expect(valueIn(standardizedAlpha(listwise(fixture)))).toBeCloseTo(0.9530658206, 10)
  })

  it('is 1 for items that say the same', () => {
    const item = [1, 2, 3, 5]

    expect(valueIn(cronbachAlpha(listwise([item, item, item])))).toBeCloseTo(1, 12)
  })

  it('is refused where sums do not vary, standardized also where an item does not', () => {
    const opposite = listwise([
      [1, 2, 3],
      [3, 2, 1],
    ])
    const still = listwise([
      [1, 2, 3],
      [2, 2, 2],
    ])

    expect(cronbachAlpha(opposite)).toEqual({
      kind: 'refused',
      reason: 'sums-do-not-vary',
    })
    expect(standardizedAlpha(opposite)).toMatchObject({ reason: 'sums-do-not-vary' })
    expect(standardizedAlpha(still)).toMatchObject({ reason: 'a-column-does-not-vary' })
  })

  it('needs two items', () => {
    const one = listwise([[1, 2, 3]])

    expect(() => cronbachAlpha(one)).toThrow('expected at least two items, got 1')
    expect(() => meanCorrelation(one)).toThrow('expected at least two items, got 1')
    expect(() => itemStatistics(one)).toThrow('expected at least two items, got 1')
  })

  const row = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 })
  const answers = fc.array(row, { minLength: 3, maxLength: 30 })
  const itemsOf = (rows: readonly (readonly number[])[]): readonly number[][] =>
    [0, 1, 2, 3].map((item) => rows.map((row) => row[item] ?? 0))

  it('does not depend on the order of items or where their scales begin', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: -1000, max: 1000 }), (rows, constant) => {
        const items = itemsOf(rows)
        const other = items.toReversed().map((item) => item.map((one) => one + constant))

        const alpha = cronbachAlpha(listwise(items))
        const again = cronbachAlpha(listwise(other))

        expect(again.kind).toBe(alpha.kind)
        if (alpha.kind === 'estimate') {
          expect(Math.abs(valueIn(again) - alpha.value)).toBeLessThan(
            1e-9 * Math.max(1, Math.abs(alpha.value)),
          )
        }
      }),
    )
  })

  it('is at most 1', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const alpha = cronbachAlpha(listwise(itemsOf(rows)))

        if (alpha.kind === 'estimate') expect(alpha.value).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })
})

describe('Feldt’s interval', () => {
  it.each(scales)('is that of R, data $index', (scale) => {
    const interval = feldtInterval(scale.alpha, scale.rows, scale.items.length)

    expectAllClose([interval.low, interval.high], scale.feldt)
  })

  it('says what it expected', () => {
    expect(() => feldtInterval(1.1, 20, 4)).toThrow('expected α of at most 1, got 1.1')
    expect(() => feldtInterval(0.8, 1, 4)).toThrow('or more, got 1 and 4')
    expect(() => feldtInterval(0.8, 20, 4, 1)).toThrow('a level inside 0 to 1, got 1')
  })
})

describe('item statistics', () => {
  it.each(scales)('are those of R, data $index', (scale) => {
    const found = itemStatistics(listwise(scale.items))

    found.forEach(({ itemRest, alphaWithout }, item) => {
      expectClose(valueIn(itemRest), scale.itemRest[item])
      const alpha = scale.alphaWithout[item]
      if (typeof alpha === 'number') expectClose(valueIn(alphaWithout), alpha)
      else expect(alphaWithout).toMatchObject({ reason: 'only-one-item-left' })
    })
  })

  it('are those the method names', () => {
    const rests = itemStatistics(listwise(fixture)).map(({ itemRest }) =>
      valueIn(itemRest),
    )

    expectAllClose(rests, [0.961320578, 0.8500459178, 0.8620575763, 0.872408413], 2e-10)
  })

  it('refuse an item that does not vary', () => {
    const [first] = itemStatistics(
      listwise([
        [1, 1, 1],
        [1, 2, 3],
        [1, 3, 2],
      ]),
    )

    expect(first?.itemRest).toEqual({ kind: 'refused', reason: 'does-not-vary' })
  })
})

describe('Spearman–Brown', () => {
  it.each(expected.spearmanBrown)('steps $r up to $k parts', ({ r, k, value }) => {
    expectClose(valueIn(spearmanBrown(r, k)), value)
  })

  it('of two items is their standardized α', () => {
    const two = listwise(fixture.slice(0, 2))
    const r = valueIn(meanCorrelation(two))

    expectClose(valueIn(spearmanBrown(r)), valueIn(standardizedAlpha(two)))
  })

  it('is refused for items that contradict each other entirely', () => {
    expect(spearmanBrown(-1)).toEqual({ kind: 'refused', reason: 'sums-do-not-vary' })
  })

  it('says what it expected', () => {
    expect(() => spearmanBrown(1.1)).toThrow('expected r from −1 to 1, got 1.1')
    expect(() => spearmanBrown(0.5, 0)).toThrow('expected k above 0, got 0')
  })
})

describe('reliability', () => {
  it('never yields NaN, whatever the answers', () => {
    const wild = fc.constantFrom(Number.NaN, Infinity, 1e200, 1e-200, 0.1, 1e9 + 0.1, -3)
    const answer = fc.oneof(fc.integer({ min: 1, max: 3 }), wild)
    const tables = fc
      .tuple(fc.integer({ min: 1, max: 8 }), fc.constantFrom(answer, fc.constant(0.1)))
      .chain(([length, one]) =>
        fc.array(fc.array(one, { minLength: length, maxLength: length }), {
          minLength: 1,
          maxLength: 5,
        }),
      )
    fc.assert(
      fc.property(tables, fc.constantFrom('listwise', 'pairwise'), (items, missing) => {
        const found = finiteOrRefused(() =>
          covariances(items, missing as 'listwise' | 'pairwise'),
        )
        if (found?.kind !== 'covariances') return
        for (const statistic of [cronbachAlpha, standardizedAlpha, meanCorrelation]) {
          finiteOrRefused<unknown>(() => statistic(found))
        }
        finiteOrRefused(() => itemStatistics(found))
        finiteOrRefused(() => omegaTotal(found))
      }),
      { numRuns: 500 },
    )
  })

  it('has no α where everybody says the same, even where sums are not exact', () => {
    const same = new Float64Array(7).fill(0.1)
    const almost = [3.1, 3.1, 3.1, 3.1, 3.1, 3.1, 2.7]

    expect(cronbachAlpha(listwise([same, same]))).toMatchObject({
      reason: 'sums-do-not-vary',
    })
    const [part] = covariancesByGroup([almost, almost], 'pairwise', [
      Uint32Array.of(0, 1, 2, 3, 4, 5),
    ])
    expect(part).toMatchObject({ values: new Float64Array(4) })
  })
})

describe('ω total', () => {
  it.each(scales.filter(({ omega }) => omega))('is that of R, data $index', (scale) => {
    const omega = omegaTotal(listwise(scale.items))

    if (omega.kind === 'refused') throw new Error(`expected ω, got ${omega.reason}`)
    expectClose(omega.raw, scale.omega?.raw)
    expectClose(omega.standardized, scale.omega?.standardized)
    expectAllClose(omega.loadings, scale.omega?.loadings ?? [], 1e-8)
  })

  it('is the same from wherever the search starts', () => {
    const { items = [] } = scales[2] ?? {}
    const cold = omegaTotal(listwise(items))

    for (const start of [0.1, 0.5, 0.99]) {
      const warm = omegaTotal(listwise(items), new Float64Array(items.length).fill(start))
      if (cold.kind !== 'omega' || warm.kind !== 'omega') throw new Error('expected ω')
      expectClose(warm.raw, cold.raw, 1e-12)
    }
  })

  it('refuses a Heywood case: one item alone carries the factor', () => {
    const heywood = { kind: 'refused', reason: 'heywood-case' }

    expect(omegaTotal(listwise(fixture))).toEqual(heywood)
    expect(fitOneFactor(Float64Array.from(expected.triad), 3)).toEqual(heywood)
  })

  it('refuses what no factor can be found for', () => {
    const [a, b, c] = [
      [1, 2, 3, 4, 1],
      [1, 3, 2, 5, 2],
      [4, 1, 3, 2, 2],
    ]
    const still = [2, 2, 2, 2, 2]
    const alone = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1)
    const reason = (items: readonly number[][]): string => {
      const omega = omegaTotal(listwise(items))
      return omega.kind === 'refused' ? omega.reason : 'none'
    }

    expect(reason([a ?? [], b ?? []])).toBe('fewer-than-three-items')
    expect(reason([a ?? [], b ?? [], still])).toBe('a-column-does-not-vary')
    expect(reason([a ?? [], b ?? [], c ?? [], b ?? []])).toBe('items-are-dependent')
    expect(fitOneFactor(alone, 3)).toMatchObject({ reason: 'no-unique-solution' })
  })

  it('says what it expected', () => {
    expect(() => fitOneFactor(Float64Array.of(1, 0, 0), 3)).toThrow(
      '3 × 3 entries, got 3',
    )
    expect(() => fitOneFactor(Float64Array.of(2, 0, 0, 2), 2)).toThrow(
      'expected 1 on the diagonal, got 2',
    )
  })

  it('lies inside 0 to 1 or is refused, whatever the answers', () => {
    const answers = fc.integer({ min: 3, max: 6 }).chain((k) =>
      fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: k, maxLength: k }), {
        minLength: 2,
        maxLength: 25,
      }),
    )
    fc.assert(
      fc.property(answers, (rows) => {
        const items = (rows[0] ?? []).map((_, item) => rows.map((row) => row[item] ?? 0))

        const omega = finiteOrRefused(() => omegaTotal(listwise(items)))

        if (omega?.kind !== 'omega') return
        expect(omega.raw).toBeGreaterThanOrEqual(0)
        expect(omega.raw).toBeLessThanOrEqual(1)
        expect(omega.loadings.every((loading) => Math.abs(loading) < 1)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
