import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at } from '#analysis/statistics/at.ts'
import { bootstrapKeyDrivers, keyDrivers } from '#analysis/statistics/key-drivers.ts'
import { solveInPlace } from '#analysis/statistics/linear-solve.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import { relativeWeights } from '#analysis/statistics/relative-weights.ts'
import { givenResampling, randomResampling } from '#analysis/statistics/resampling.ts'
import { symmetricEigen } from '#analysis/statistics/symmetric-eigen.ts'
import expected from '../expected/reliability.json' with { type: 'json' }
import { column, expectAllClose, expectClose, finiteOrRefused } from './compare.ts'

const { drivers } = expected
const predictors = drivers.predictors.map(column)
const outcome = column(drivers.outcome)

describe('relative weights', () => {
  it('are those the method names', () => {
    const correlations = [1, 0.5, 0.3, 0.5, 1, 0.45, 0.3, 0.45, 1]

    const found = relativeWeights(correlations, [0.4, 0.5, 0.35])

    if (found.kind === 'refused') throw new Error('expected weights')
    const names = [0.0840463531, 0.1510993851, 0.0601707175]
    expectAllClose(found.weights, names, 1e-9)
    expectClose(found.explained, 0.2953164557, 2e-10)
  })

  it('from data are those of R', () => {
    const found = keyDrivers(predictors, outcome)

    if (found.kind === 'refused') throw new Error('expected weights')
    expectAllClose(found.weights, drivers.weights)
    expect(found.rows).toBe(drivers.rows)
  })

  it('of unrelated predictors are their squared correlations', () => {
    const found = relativeWeights([1, 0, 0, 1], [0.5, -0.3])

    if (found.kind === 'refused') throw new Error('expected weights')
    expectAllClose(found.weights, [0.25, 0.09])
  })

  it('have the bootstrap intervals of R with resamples given', () => {
    const found = bootstrapKeyDrivers(
      predictors,
      outcome,
      givenResampling(drivers.indices),
    )

    if (found.kind === 'refused') throw new Error('expected intervals')
    for (const [j, { estimate, percentile, bca }] of found.predictors.entries()) {
      const r = drivers.bootstraps[j]
      if (percentile.kind === 'refused' || bca.kind === 'refused') throw new Error('none')
      expectClose(estimate, r?.estimate)
      expectAllClose([percentile.low, percentile.high], r?.percentile ?? [])
      expectAllClose([bca.low, bca.high], r?.bca ?? [])
    }
    expect(found.predictors).toHaveLength(4)
  })

  it('are refused where a predictor is a sum of others or does not vary', () => {
    const [a = [], b = []] = predictors
    const sum = Float64Array.from(a, (value, row) => value + (b[row] ?? 0))
    const still = new Float64Array(a.length).fill(2)
    const resampling = randomResampling(seededRandom('refused'), 5)

    expect(keyDrivers([a, b, sum], outcome)).toMatchObject({
      reason: 'predictors-are-dependent',
    })
    expect(keyDrivers([a, still], outcome)).toMatchObject({
      reason: 'a-column-does-not-vary',
    })
    expect(bootstrapKeyDrivers([a, still], outcome, resampling)).toMatchObject({
      reason: 'a-column-does-not-vary',
    })
    expect(keyDrivers([[1, Number.NaN]], [Number.NaN, 2])).toMatchObject({
      reason: 'too-few-rows',
    })
    expect(relativeWeights([1, -0.9, -0.9, 1], [0.9, 0.9])).toEqual({
      kind: 'refused',
      reason: 'correlations-contradict',
    })
  })

  it('say what they expected', () => {
    expect(() => relativeWeights([1, 2], [0.5])).toThrow('expected 1 × 1 entries, got 2')
    expect(() => relativeWeights([], [])).toThrow('expected 0 × 0 entries, got 0')
    expect(() => relativeWeights([1, 2, 2, 1], [0.5, 0.1])).toThrow('from −1 to 1, got 2')
    expect(() => relativeWeights([0.5], [0.5])).toThrow('1 on the diagonal, got 0.5')
    expect(() => keyDrivers([], [1, 2])).toThrow('expected at least one column, got none')
  })

  it('are 0 or more and add up to at most 1, whatever the answers', () => {
    const answer = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(Number.NaN))
    const tables = fc.integer({ min: 1, max: 15 }).chain((length) =>
      fc.array(fc.array(answer, { minLength: length, maxLength: length }), {
        minLength: 2,
        maxLength: 5,
      }),
    )
    fc.assert(
      fc.property(tables, ([outcomes = [], ...table]) => {
        const found = finiteOrRefused(() => keyDrivers(table, outcomes))

        if (found?.kind !== 'weights') return
        expect(found.weights.every((weight) => weight >= 0)).toBe(true)
        expect(found.explained).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })
})

describe('eigenvalues and eigenvectors', () => {
  it.each(expected.symmetric)('are those of R', ({ matrix, values, vectors }) => {
    const entries = [matrix].flat()
    const size = Math.sqrt(entries.length)

    const found = symmetricEigen(entries, size)

    expectAllClose(found.values, [values].flat(), 1e-12)
    // R's signs are its own; equal eigenvalues leave the vectors free.
    if (new Set([values].flat()).size === size) {
      expectAllClose(found.vectors.map(Math.abs), [vectors].flat(), 1e-9)
    }
  })

  it('put the matrix together again', () => {
    const entry = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(fc.array(entry, { minLength: 10, maxLength: 10 }), (entries) => {
        const matrix = Array.from({ length: 16 }, (_, index) => {
          const [i, j] = [Math.floor(index / 4), index % 4].sort()
          return at(entries, ((i ?? 0) * (7 - (i ?? 0))) / 2 + (j ?? 0))
        })

        const { values, vectors } = symmetricEigen(matrix, 4)

        const scale = Math.max(...matrix.map(Math.abs))
        matrix.forEach((value, index) => {
          const [i, j] = [Math.floor(index / 4), index % 4]
          const again = values.reduce((sum, d, k) => {
            return sum + at(vectors, i * 4 + k) * d * at(vectors, j * 4 + k)
          }, 0)
          expect(Math.abs(again - value)).toBeLessThanOrEqual(1e-13 * scale)
        })
      }),
    )
  })

  it('say what they expected', () => {
    expect(() => symmetricEigen([1, 2], 2)).toThrow('expected 2 × 2 entries, got 2')
    expect(() => symmetricEigen([1, 2, 3, 1], 2)).toThrow(
      'a symmetric matrix, got 3 and 2',
    )
    expect(() => symmetricEigen([Number.NaN], 1)).toThrow('finite entries, got NaN')
  })
})

describe('linear equations', () => {
  it('are solved as by R', () => {
    const { matrix, right, solution } = expected.linear
    const x = Float64Array.from(right)

    expect(solveInPlace(Float64Array.from(matrix), x)).toBe(true)
    expectAllClose(x, solution, 1e-12)
  })

  it('have no single solution where rows repeat each other', () => {
    expect(solveInPlace(Float64Array.of(1, 2, 2, 4), Float64Array.of(1, 2))).toBe(false)
    expect(solveInPlace(Float64Array.of(0), Float64Array.of(1))).toBe(false)
  })
})
