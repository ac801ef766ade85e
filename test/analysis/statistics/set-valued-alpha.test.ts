import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { krippendorffsAlpha } from '#analysis/statistics/krippendorffs-alpha.ts'
import { alphaOfSets, masiDistance } from '#analysis/statistics/set-valued-alpha.ts'
import { valueIn } from './compare.ts'

const set = (...labels: readonly string[]) => new Set(labels)

describe('MASI distance', () => {
  it('is less the more is shared, and less where one set holds the other', () => {
    expect(masiDistance(set('a', 'b'), set('b', 'a'))).toBe(0)
    expect(masiDistance(set(), set())).toBe(0)
    // Passonneau’s weights, as the Natural Language Toolkit documents its own function.
    expect(masiDistance(set('1', '2'), set('1', '2', '3', '4'))).toBeCloseTo(2 / 3, 12)
    expect(masiDistance(set('1', '2'), set('2', '3'))).toBeCloseTo(1 - 1 / 9, 12)
    expect(masiDistance(set('1'), set('2'))).toBe(1)
    expect(masiDistance(set(), set('1'))).toBe(1)
  })
})

describe('Krippendorff’s α of sets', () => {
  it('is what a hand works out', () => {
    const units = [
      [set('a'), set('a')],
      [set('a', 'b'), set('a')],
      [set('b'), set('b')],
      [set('a')],
    ]

    expect(valueIn(alphaOfSets(units))).toBeCloseTo(9 / 14, 12)
  })

  it('is the nominal α where every set has one label', () => {
    const ratings = fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)), { minLength: 2 })
    fc.assert(
      fc.property(ratings, (rated) => {
        const raters = [0, 1, 2].map((rater) => rated.map((unit) => unit[rater] ?? 0))
        const units = rated.map((unit) => unit.map((label) => set(String(label))))

        const nominal = krippendorffsAlpha(raters, 'nominal')
        const ofSets = alphaOfSets(units)

        expect(ofSets.kind).toBe(nominal.kind)
        if (nominal.kind === 'estimate' && ofSets.kind === 'estimate') {
          expect(ofSets.value).toBeCloseTo(nominal.value, 10)
        }
      }),
    )
  })

  it('is refused where nothing can be compared or nothing varies', () => {
    expect(alphaOfSets([[set('a')]])).toMatchObject({
      reason: 'no-unit-with-two-ratings',
    })
    expect(alphaOfSets([[set('a'), set('a')]])).toMatchObject({
      reason: 'ratings-do-not-vary',
    })
  })
})
