import { describe, expect, it } from 'vitest'
import { randomFrom, seededRandom, xoshiro } from '#analysis/statistics/random.ts'

describe('the random numbers', () => {
  it('are those of the reference implementation of xoshiro128**', () => {
    const next = xoshiro([1, 2, 3, 4])

    const outputs = Array.from({ length: 10 }, next)

    // From the authors' C code, version 1.1.
    expect(outputs).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849,
      3729100597, 4258142804,
    ])
  })

  it('are the same for the same seed and others for another', () => {
    const draw = (seed: string): readonly number[] =>
      Array.from({ length: 100 }, seededRandom(seed))

    expect(draw('spring')).toEqual(draw('spring'))
    expect(draw('spring')).not.toEqual(draw('springs'))
    expect(draw('')).not.toEqual(draw('0'))
  })

  it('fill the interval from 0 to 1 evenly, down to their last bits', () => {
    const random = seededRandom('even')

    const values = Array.from({ length: 160_000 }, random)
    const firstBits = values.map((value) => Math.floor(value * 16))
    const lastBits = values.map((value) => (value * 2 ** 53) % 16)

    // Chi-square with 15 degrees of freedom: above 37.7 once in a thousand streams.
    expect(chiSquare(firstBits, 16)).toBeLessThan(37.7)
    expect(chiSquare(lastBits, 16)).toBeLessThan(37.7)
  })

  it('refuse to start where they could not move', () => {
    expect(() => randomFrom([0, 0, 0, 0])).toThrow(RangeError)
  })
})

function chiSquare(values: readonly number[], cells: number): number {
  const expected = values.length / cells
  const found = Map.groupBy(values, (value) => value)
  return Array.from({ length: cells }, (_, cell) => found.get(cell)?.length ?? 0).reduce(
    (sum, count) => sum + (count - expected) ** 2 / expected,
    0,
  )
}
