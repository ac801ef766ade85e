import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinSmallCells } from '#analysis/statistics/joining.ts'
import { kishEffect } from '#analysis/statistics/kish.ts'
import { trimWeights } from '#analysis/statistics/trimming.ts'
import { peopleOf, postStratify } from '#analysis/statistics/weighting.ts'
import expected from '../expected/inference.json' with { type: 'json' }
import { expectClose } from './expect-close.ts'

describe('post-stratification', () => {
  it('lets each answer stand for as many people as its cell has for an answer', () => {
    const cells = [
      { answered: 10, population: 25 },
      { answered: 8, population: 8 },
    ]

    expect(postStratify(cells)).toEqual({ kind: 'weighted', weights: [2.5, 1] })
  })

  it('is refused where nobody can stand for the people of a cell', () => {
    const cells = [
      { answered: 10, population: 25 },
      { answered: 0, population: 3 },
    ]

    expect(postStratify(cells)).toEqual({
      kind: 'refused',
      reason: 'no-answers',
      cell: 1,
    })
  })

  it('gives back all people', () => {
    fc.assert(
      fc.property(countedCells, (cells) => {
        const result = postStratify(cells)

        const weights = result.kind === 'weighted' ? result.weights : []
        const counts = cells.map(({ answered }) => answered)
        const people = cells.reduce((sum, { population }) => sum + population, 0)
        expect(peopleOf(weights, counts)).toBeCloseTo(people, 6)
      }),
    )
  })

  it('refuses counts that cannot be', () => {
    expect(() => postStratify([{ answered: -1, population: 3 }])).toThrow('got -1 of 3')
    expect(() => postStratify([{ answered: 1, population: 0 }])).toThrow(RangeError)
  })
})

describe('small cells', () => {
  const cell = (name: string, answered: number, population = 10) => ({
    name,
    answered,
    population,
  })

  it('are joined, the smallest first, until each has five answers', () => {
    const joined = joinSmallCells([
      cell('a', 9),
      cell('b', 1),
      cell('c', 3),
      cell('d', 4),
    ])

    expect(joined).toEqual([
      { names: ['a'], answered: 9, population: 10 },
      { names: ['b', 'c', 'd'], answered: 8, population: 30 },
    ])
  })

  it('stay as they are when they have enough, or are alone', () => {
    const enough = [cell('a', 5), cell('b', 6)]

    expect(joinSmallCells(enough).map(({ names }) => names)).toEqual([['a'], ['b']])
    expect(joinSmallCells([cell('a', 2)]).map(({ names }) => names)).toEqual([['a']])
    expect(joinSmallCells([])).toEqual([])
  })

  it('lose nobody and end with enough answers each', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 12 }), (answers) => {
        const cells = answers.map((answered, index) => cell(`c${index}`, answered))

        const joined = joinSmallCells(cells)

        expect(joined.flatMap(({ names }) => names).toSorted()).toEqual(
          cells.map(({ name }) => name).toSorted(),
        )
        expect(joined.reduce((sum, { answered }) => sum + answered, 0)).toBe(
          answers.reduce((sum, answered) => sum + answered, 0),
        )
        expect(joined.length === 1 || joined.every(({ answered }) => answered >= 5)).toBe(
          true,
        )
      }),
    )
  })

  it('refuse counts that cannot be', () => {
    expect(() => joinSmallCells([cell('a', Number.NaN)])).toThrow('in a, got NaN of 10')
  })
})

describe('the cost of weights', () => {
  it.each(expected.kish)('is that of R', ({ weights, answered, effective, effect }) => {
    const found = kishEffect(weights, answered)

    expectClose(found.effectiveAnswers, effective)
    expectClose(found.designEffect, effect)
  })

  it('is none where all weigh the same, and some otherwise', () => {
    fc.assert(
      fc.property(positives, (weights) => {
        const { effectiveAnswers, designEffect } = kishEffect(weights)
        const equal = kishEffect(weights.map(() => 2.5))

        expect(designEffect).toBeGreaterThanOrEqual(1 - 1e-12)
        expect(effectiveAnswers).toBeLessThanOrEqual(weights.length * (1 + 1e-12))
        expect(equal.designEffect).toBeCloseTo(1, 12)
      }),
    )
  })

  it('refuses weights that cannot be', () => {
    expect(() => kishEffect([])).toThrow('as many weights as counts, got 0 and 0')
    expect(() => kishEffect([1, 2], [1])).toThrow('got 2 and 1')
    expect(() => kishEffect([1, 0])).toThrow('above 0, got 0')
  })
})

describe('trimmed weights', () => {
  it.each(expected.trimmed)('are those of R', ({ weights, answered, trimmed }) => {
    trimWeights(weights, answered).forEach((weight, index) => {
      expectClose(weight, trimmed[index] ?? Number.NaN, 1e-9)
    })
  })

  it('keep the total and the order, and stay within a third and three times the mean', () => {
    fc.assert(
      fc.property(positives, (weights) => {
        const ones = weights.map(() => 1)
        const average = peopleOf(weights, ones) / weights.length

        const trimmed = trimWeights(weights)

        expect(peopleOf(trimmed, ones) / (average * weights.length)).toBeCloseTo(1, 9)
        expect(Math.min(...trimmed)).toBeGreaterThanOrEqual((average / 3) * (1 - 1e-12))
        expect(Math.max(...trimmed)).toBeLessThanOrEqual(3 * average * (1 + 1e-12))
        weights.forEach((weight, index) => {
          weights.slice(index + 1).forEach((other, offset) => {
            const [one = 0, next = 0] = [trimmed[index], trimmed[index + 1 + offset]]
            expect(weight <= other ? one <= next : one >= next).toBe(true)
          })
        })
      }),
    )
  })

  it('refuse bounds that leave the mean out', () => {
    expect(() => trimWeights([1, 2], [1, 1], { least: 1.2, most: 3 })).toThrow(
      'around the mean, got 1.2 and 3',
    )
    expect(() => trimWeights([1, Number.NaN])).toThrow(RangeError)
  })
})

const positives = fc.array(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), {
  minLength: 1,
  maxLength: 25,
})
const countedCells = fc.array(
  fc.record({
    answered: fc.integer({ min: 1, max: 500 }),
    population: fc.integer({ min: 1, max: 5000 }),
  }),
  { minLength: 1, maxLength: 20 },
)
