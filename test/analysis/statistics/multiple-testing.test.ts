import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  benjaminiHochberg,
  bonferroni,
  holm,
} from '#analysis/statistics/multiple-testing.ts'
import expected from '../expected/inference.json' with { type: 'json' }
import { expectClose } from './expect-close.ts'

describe('adjusted p-values', () => {
  it.each(expected.adjusted)('are those of R for $p', (family) => {
    expectAll(benjaminiHochberg(family.p), family.BH)
    expectAll(holm(family.p), family.holm)
    expectAll(bonferroni(family.p), family.bonferroni)
  })

  it('have the values that the design names', () => {
    const pValues = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]

    const found = benjaminiHochberg(pValues)

    expectAll(
      found,
      [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.1057142857, 0.216, 0.216, 0.216],
      1e-9,
    )
  })

  it('are never below p, keep its order, and grow with what they promise', () => {
    fc.assert(
      fc.property(families, (pValues) => {
        const [some, all, each] = [
          benjaminiHochberg(pValues),
          holm(pValues),
          bonferroni(pValues),
        ]

        pValues.forEach((p, index) => {
          const [low = -1, middle = -1, high = -1] = [some, all, each].map(
            (adjusted) => adjusted[index],
          )
          expect(p).toBeLessThanOrEqual(low)
          expect(low).toBeLessThanOrEqual(middle * (1 + 1e-12))
          expect(middle).toBeLessThanOrEqual(high)
          expect(high).toBeLessThanOrEqual(1)
        })
        for (const adjusted of [some, all, each]) expectOrder(pValues, adjusted)
      }),
    )
  })

  it('of no tests are none', () => {
    expect(benjaminiHochberg([])).toEqual([])
    expect(holm([])).toEqual([])
  })

  it('refuse what is no p-value', () => {
    expect(() => benjaminiHochberg([0.2, 1.2])).toThrow('p from 0 to 1, got 1.2')
    expect(() => holm([Number.NaN])).toThrow(RangeError)
    expect(() => bonferroni([-0.1])).toThrow(RangeError)
  })
})

const families = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 })

function expectAll(
  found: readonly number[],
  expectedOnes: readonly number[],
  relative?: number,
): void {
  expect(found).toHaveLength(expectedOnes.length)
  found.forEach((p, index) => {
    expectClose(p, expectedOnes[index] ?? Number.NaN, relative)
  })
}

function expectOrder(pValues: readonly number[], adjusted: readonly number[]): void {
  const byP = [...pValues.keys()].sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0))
  const inOrder = byP.map((index) => adjusted[index] ?? Number.NaN)
  expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b))
}
