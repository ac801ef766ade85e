import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scaleScores } from '#analysis/statistics/scale-scores.ts'
import expected from '../expected/reliability.json' with { type: 'json' }
import { column, expectAllClose, finiteOrRefused } from './compare.ts'

describe('scale scores', () => {
  it.each(expected.scales.map((scale, index) => ({ ...scale, index })))(
    'are those of R, data $index',
    (scale) => {
      const { values, rows } = scaleScores(scale.items.map(column))

      expectAllClose(values, scale.scores)
      expect([...rows]).toEqual(scale.scoredRows)
    },
  )

  it('take as many answers as is said', () => {
    const items = [column([1, 2, null]), column([3, null, null]), column([5, 4, 1])]

    expect([...scaleScores(items).rows]).toEqual([0, 1])
    expect([...scaleScores(items, 1).values]).toEqual([3, 3, 1])
    expect([...scaleScores(items, 3).rows]).toEqual([0])
  })

  it('say what they expected', () => {
    expect(() => scaleScores([])).toThrow('expected at least one column, got none')
    expect(() => scaleScores([[1]], 2)).toThrow('at least 1 to 1 answers, got 2')
    expect(() => scaleScores([[Infinity]])).toThrow(
      'expected finite answers, got Infinity',
    )
  })

  it('lie between the least and the greatest answer', () => {
    const answer = fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constant(Number.NaN))
    const tables = fc.integer({ min: 1, max: 40 }).chain((length) =>
      fc.array(fc.array(answer, { minLength: length, maxLength: length }), {
        minLength: 1,
        maxLength: 6,
      }),
    )
    fc.assert(
      fc.property(tables, (items) => {
        const scores = finiteOrRefused(() => scaleScores(items))

        expect(scores?.values.every((score) => score >= -3 && score <= 9)).toBe(true)
      }),
    )
  })
})
