import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anovaOfSums } from '#analysis/statistics/anova-of-sums.ts'
import { oneWayAnova } from '#analysis/statistics/one-way-anova.ts'

const answers = fc.array(
  fc.record({
    value: fc.integer({ min: 0, max: 100 }),
    group: fc.integer({ min: 0, max: 4 }),
  }),
  { maxLength: 60 },
)

describe('analysis of variance from sums', () => {
  it('is the one from the values themselves', () => {
    fc.assert(
      fc.property(answers, (people) => {
        const groups = [0, 1, 2, 3, 4].map((group) => {
          const own = people
            .filter((one) => one.group === group)
            .map(({ value }) => value)
          const sum = own.reduce((all, value) => all + value, 0)
          const squares = own.reduce((all, value) => all + value * value, 0)
          return { values: own.length, sum, squares }
        })
        const whole = oneWayAnova(
          people.map(({ value }) => value),
          people.map(({ group }) => group),
        )

        const found = anovaOfSums(groups)

        expect(found.kind).toBe(whole.kind)
        if (found.kind !== 'anova' || whole.kind !== 'anova') return
        expect(found.between.squares).toBeCloseTo(whole.between.squares, 6)
        expect(found.within.squares).toBeCloseTo(whole.within.squares, 6)
        expect(found.groupSize).toBeCloseTo(whole.groupSize, 9)
        expect(found.within.freedom).toBe(whole.within.freedom)
      }),
    )
  })

  it('is refused without two groups, or without two values in any', () => {
    expect(anovaOfSums([{ values: 5, sum: 10, squares: 20 }])).toMatchObject({
      reason: 'fewer-than-two-groups',
    })
    expect(
      anovaOfSums([
        { values: 1, sum: 1, squares: 1 },
        { values: 1, sum: 2, squares: 4 },
      ]),
    ).toMatchObject({ reason: 'no-group-with-two-values' })
  })
})
