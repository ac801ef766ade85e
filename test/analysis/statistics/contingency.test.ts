import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { associationOf } from '#analysis/statistics/contingency.ts'
import expected from '../expected/inference.json' with { type: 'json' }
import { expectClose } from './expect-close.ts'

describe('the association of two questions', () => {
  it.each(expected.association)('is that of R for $counts', (one) => {
    const found = associationOf(one.counts)

    expectClose(found.statistic, one.statistic)
    expect(found.df).toBe(one.df)
    expectClose(found.p, one.p, 1e-10)
    expectClose(found.cramersV, one.v)
    expectClose(found.leastExpected, one.least)
  })

  it('is none where shares are equal, and whole where one tells the other', () => {
    const none = associationOf([
      [10, 30],
      [20, 60],
    ])
    const whole = associationOf([
      [7, 0, 0],
      [0, 5, 2],
    ])

    expect(none).toMatchObject({ statistic: 0, p: 1, cramersV: 0 })
    expect(whole.cramersV).toBeCloseTo(1, 12)
  })

  it('is from 0 to 1 for every table, and the same when the table is turned', () => {
    const tables = fc.array(
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 3, maxLength: 3 }),
      {
        minLength: 2,
        maxLength: 6,
      },
    )
    fc.assert(
      fc.property(tables, (counts) => {
        const turned = [0, 1, 2].map((column) => counts.map((row) => row[column] ?? 0))

        const { statistic, p, cramersV } = associationOf(counts)

        expect(associationOf(turned).statistic).toBeCloseTo(statistic, 9)
        expect(p >= 0 && p <= 1 && cramersV >= 0 && cramersV <= 1).toBe(true)
      }),
    )
  })

  it('refuses what is no table of counts', () => {
    expect(() => associationOf([[1, 2]])).toThrow('two rows and columns')
    expect(() => associationOf([[1, 2], [3]])).toThrow('all rows alike')
    expect(() =>
      associationOf([
        [1, 0],
        [4, 0],
      ]),
    ).toThrow('got an empty one')
    expect(() =>
      associationOf([
        [1, -2],
        [4, 3],
      ]),
    ).toThrow('0 or more, got -2')
  })
})
