import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kishEffect } from '#analysis/statistics/kish.ts'
import {
  joinSmallCategories,
  type Margin,
  type RakedCell,
} from '#analysis/statistics/margins.ts'
import { rake } from '#analysis/statistics/raking.ts'
import { usualBounds } from '#analysis/statistics/trimming.ts'
import expected from '../expected/inference.json' with { type: 'json' }
import { expectClose } from './expect-close.ts'

const cell = (answered: number, ...categories: readonly string[]): RakedCell => ({
  answered,
  categories,
})

const fixture = [
  cell(6, 'A', 'f'),
  cell(4, 'A', 'm'),
  cell(8, 'B', 'f'),
  cell(12, 'B', 'm'),
  cell(5, 'C', 'f'),
  cell(5, 'C', 'm'),
]
const departments: Margin = new Map([
  ['A', 30],
  ['B', 30],
  ['C', 20],
])
const sexes: Margin = new Map([
  ['f', 44],
  ['m', 36],
])

describe('raking', () => {
  it('gives the weights that the design names, and their cost', () => {
    const { weights } = raked(rake(fixture, [departments, sexes]))

    const { effectiveAnswers, designEffect } = kishEffect(
      weights,
      fixture.map(({ answered }) => answered),
    )

    const named = [3.242349, 2.636476, 1.689413, 1.373725, 2.206121, 1.793879]
    named.forEach((weight, index) => {
      expect(weights[index]).toBeCloseTo(weight, 6)
    })
    expect(effectiveAnswers).toBeCloseTo(36.20233, 5)
    expect(designEffect).toBeCloseTo(1.104901, 6)
  })

  it.each(expected.raked)('gives the weights of R within bounds $bounds', (one) => {
    const cells = one.answered.map((answered, index) =>
      cell(answered, ...(one.categories[index] ?? [])),
    )
    const margins = Object.values(one.margins).map(
      ({ names, people }) =>
        new Map(names.map((name, index) => [name, people[index] ?? Number.NaN] as const)),
    )
    const [least, most] = one.bounds
    const bounds = least === undefined || most === undefined ? undefined : { least, most }

    const { weights } = raked(rake(cells, margins, bounds))

    weights.forEach((weight, index) => {
      expectClose(weight, one.weights[index] ?? Number.NaN, 1e-7)
    })
  })

  it('reproduces every margin with weights above 0', () => {
    fc.assert(
      fc.property(surveys, ({ cells, margins }) => {
        const { weights } = raked(rake(cells, margins))

        expectMargins(weights, cells, margins)
        expect(weights.every((weight) => weight > 0 && weight < Infinity)).toBe(true)
      }),
    )
  })

  it('reproduces every margin within bounds too, wherever it does not refuse', () => {
    fc.assert(
      fc.property(surveys, ({ cells, margins }) => {
        const result = rake(cells, margins, usualBounds)

        fc.pre(result.kind === 'raked')
        expectMargins(raked(result).weights, cells, margins)
        const average =
          totalOf(margins[0]) / cells.reduce((sum, one) => sum + one.answered, 0)
        for (const weight of raked(result).weights) {
          expect(weight).toBeGreaterThanOrEqual((average / 3) * (1 - 1e-12))
          expect(weight).toBeLessThanOrEqual(average * 3 * (1 + 1e-12))
        }
      }),
    )
  })

  it('does not change weights that already fit within the bounds', () => {
    const free = raked(rake(fixture, [departments, sexes]))
    const bound = raked(rake(fixture, [departments, sexes], usualBounds))

    expect(bound).toEqual(free)
  })

  it('is refused where nobody of a category answered', () => {
    const withD = new Map([...departments, ['D', 5]])
    const others = new Map([...sexes, ['x', 5]])

    expect(rake(fixture, [withD, others])).toEqual({
      kind: 'refused',
      reason: 'no-answers',
      margin: 0,
      category: 'D',
    })
  })

  it('is refused where margins cannot be met together, or not within the bounds', () => {
    const apart = [cell(5, 'A', 'f'), cell(5, 'B', 'm')]
    const margins = [
      new Map([
        ['A', 10],
        ['B', 30],
      ]),
      new Map([
        ['f', 20],
        ['m', 20],
      ]),
    ]
    const steep = new Map([
      ['f', 79],
      ['m', 1],
    ])
    const refused = { kind: 'refused', reason: 'cannot-be-met' }

    expect(rake(apart, margins)).toEqual(refused)
    expect(rake(fixture, [departments, steep]).kind).toBe('raked')
    expect(rake(fixture, [departments, steep], usualBounds)).toEqual(refused)
  })

  it('refuses input that makes no sense', () => {
    expect(() => rake(fixture, [departments])).toThrow('two to four margins, got 1')
    expect(() => rake([], [departments, sexes])).toThrow('at least one cell, got none')
    expect(() => rake([cell(0, 'A', 'f')], [departments, sexes])).toThrow(
      'above 0, got 0',
    )
    expect(() => rake([cell(3, 'Z', 'f')], [departments, sexes])).toThrow(
      'a head count for Z on margin 0',
    )
    expect(() => rake([cell(3, 'A')], [departments, sexes])).toThrow('on margin 1')
    expect(() => rake(fixture, [departments, new Map([...sexes, ['f', 10]])])).toThrow(
      'of the same people, got totals 80, 46',
    )
    expect(() => rake(fixture, [departments, sexes], { least: 0, most: 3 })).toThrow(
      RangeError,
    )
  })
})

describe('small categories', () => {
  it('are joined on each margin, in cells and head counts alike', () => {
    const few = [
      cell(2, 'A', 'f'),
      cell(9, 'B', 'm'),
      cell(1, 'C', 'f'),
      cell(7, 'B', 'f'),
    ]

    const joined = joinSmallCategories(few, [departments, sexes])

    expect(joined.margins).toEqual([new Map([['A + B + C', 80]]), sexes])
    expect(joined.cells[2]).toEqual(cell(1, 'A + B + C', 'f'))
  })

  it('make it possible to rake where nobody of a category answered', () => {
    const margins = [
      new Map([...departments, ['D', 5]]),
      new Map([
        ['f', 47],
        ['m', 38],
      ]),
    ]

    const joined = joinSmallCategories(fixture, margins)

    expect([...(joined.margins[0]?.keys() ?? [])]).toEqual(['A', 'B', 'C + D'])
    expect(rake(joined.cells, joined.margins).kind).toBe('raked')
  })
})

function raked(result: ReturnType<typeof rake>): { readonly weights: readonly number[] } {
  if (result.kind !== 'raked') throw new Error(`expected weights, got ${result.reason}`)
  return { weights: result.weights }
}

function totalOf(margin: Margin | undefined): number {
  return [...(margin?.values() ?? [])].reduce((sum, people) => sum + people, 0)
}

function expectMargins(
  weights: readonly number[],
  cells: readonly RakedCell[],
  margins: readonly Margin[],
): void {
  margins.forEach((margin, index) => {
    for (const [name, people] of margin) {
      const reached = cells.reduce(
        (sum, { answered, categories }, place) =>
          categories[index] === name ? sum + answered * (weights[place] ?? 0) : sum,
        0,
      )
      expectClose(reached, people, 2e-10)
    }
  })
}

/** Every combination answered, and the margins are those of some people, so they can be met. */
const surveys = fc
  .record({
    answered: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 12, maxLength: 12 }),
    people: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 12, maxLength: 12 }),
  })
  .map(({ answered, people }) => {
    const categories = answered.map((_, index) => [
      `a${index % 3}`,
      `b${Math.floor(index / 3) % 2}`,
      `c${Math.floor(index / 6)}`,
    ])
    const margins = [0, 1, 2].map((margin) => {
      const counts = new Map<string, number>()
      categories.forEach((names, index) => {
        const name = names[margin] ?? ''
        counts.set(name, (counts.get(name) ?? 0) + (people[index] ?? 0))
      })
      return counts
    })
    return {
      cells: answered.map((count, index) => cell(count, ...(categories[index] ?? []))),
      margins,
    }
  })
