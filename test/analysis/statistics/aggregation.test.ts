import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  icc1,
  icc2,
  uniformVariance,
  withinGroupAgreement,
} from '#analysis/statistics/aggregation.ts'
import {
  etaSquared,
  fTest,
  type OneWayAnova,
  omegaSquared,
  oneWayAnova,
} from '#analysis/statistics/one-way-anova.ts'
import expected from '../expected/reliability.json' with { type: 'json' }
import {
  column,
  expectAllClose,
  expectClose,
  finiteOrRefused,
  valueIn,
} from './compare.ts'

const { anova: ofGroups, fixtureIcc, agreementInGroups } = expected

function analysed(
  values: readonly (number | null)[],
  groups: readonly (number | null)[],
): OneWayAnova {
  const anova = oneWayAnova(column(values), column(groups))
  if (anova.kind === 'refused') throw new Error(`expected an ANOVA, got ${anova.reason}`)
  return anova
}

describe('one-way analysis of variance', () => {
  const found = analysed(ofGroups.values, ofGroups.groups)

  it('is that of R', () => {
    const { between, within } = found

    expectAllClose([between.squares, within.squares], [ofGroups.between, ofGroups.within])
    expect([between.freedom, within.freedom]).toEqual(ofGroups.freedom)
    expect(found.values).toBe(ofGroups.n)
    expectClose(found.groupSize, ofGroups.groupSize)
    expectClose(valueIn(etaSquared(found)), ofGroups.eta)
    expectClose(valueIn(omegaSquared(found)), ofGroups.omega)
  })

  it('has the F test of R', () => {
    const test = fTest(found)

    if (test.kind === 'refused') throw new Error('expected an F test')
    expectClose(test.f, ofGroups.f)
    expectClose(test.p, ofGroups.p, 1e-9)
  })

  it('is refused where there is nothing to compare', () => {
    expect(oneWayAnova([1, 2], [3, 3])).toMatchObject({ reason: 'fewer-than-two-groups' })
    expect(oneWayAnova([1, 2], [3, 4])).toMatchObject({
      reason: 'no-group-with-two-values',
    })
    expect(oneWayAnova([Number.NaN, 2, 1], [3, 4, 4])).toMatchObject({
      reason: 'fewer-than-two-groups',
    })
  })

  it('has no test where nothing varies within groups, and no share where nothing does', () => {
    const apart = analysed([0.7, 0.7, 0.1, 0.1, 0.1], [0, 0, 1, 1, 1])
    const still = analysed([0.1, 0.1, 0.1, 0.1, 0.1], [0, 0, 0, 1, 1])

    expect(fTest(apart)).toEqual({ kind: 'refused', reason: 'no-variation-within' })
    expect(valueIn(icc1(apart))).toBe(1)
    expect(etaSquared(still)).toMatchObject({ reason: 'no-variation' })
    expect(omegaSquared(still)).toMatchObject({ reason: 'no-variation' })
    expect(icc1(still)).toMatchObject({ reason: 'no-variation' })
    expect(icc2(still)).toMatchObject({ reason: 'no-variation-between' })
  })

  it('says what it expected', () => {
    expect(() => oneWayAnova([1, 2], [0])).toThrow('expected 2 groups, got 1')
    expect(() => oneWayAnova([1, 2], [0, 0.5])).toThrow('a group of 0 or more, got 0.5')
    expect(() => oneWayAnova([1, Infinity, 2], [0, 0, 1])).toThrow(
      'expected values with finite squares, got',
    )
  })

  it('never yields NaN, whatever the values', () => {
    const row = fc.tuple(
      fc.double(),
      fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double()),
    )
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const anova = finiteOrRefused(() =>
          oneWayAnova(
            rows.map(([value]) => value),
            rows.map(([, group]) => group),
          ),
        )
        if (anova?.kind !== 'anova') return
        for (const of of [fTest, icc1, icc2, etaSquared, omegaSquared]) {
          finiteOrRefused(() => of(anova))
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('the intraclass correlation', () => {
  it('is that of R', () => {
    const found = analysed(ofGroups.values, ofGroups.groups)

    expectClose(valueIn(icc1(found)), ofGroups.icc1)
    expectClose(valueIn(icc2(found)), ofGroups.icc2)
  })

  it('is the one the method names, below 0 where groups differ less than by chance', () => {
    const { values, groups } = fixtureIcc

    expect(valueIn(icc1(analysed(values, groups)))).toBeCloseTo(-0.2337969534, 10)
  })
})

describe('agreement within groups', () => {
  const { items, groups, agreement } = agreementInGroups

  it('is that of R', () => {
    const found = withinGroupAgreement(items.map(column), groups, 2)

    expectAllClose(
      found.map((one) => valueIn(one.agreement)),
      agreement,
    )
    expect(found.map(({ group }) => group)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('is 1 where all say the same and 0 where they differ more than by chance', () => {
    const found = withinGroupAgreement([[1, 5, 3, 3]], [0, 0, 1, 1], uniformVariance(5))

    expect(found.map((one) => valueIn(one.agreement))).toEqual([0, 1])
  })

  it('needs two people with all answers', () => {
    const found = withinGroupAgreement([[1, Number.NaN, 3]], [4, 4, 9], 2)

    const lonely = { kind: 'refused', reason: 'fewer-than-two-people' }
    expect(found).toEqual([
      { group: 4, rows: 1, agreement: lonely },
      { group: 9, rows: 1, agreement: lonely },
    ])
  })

  it('knows how answers at random vary', () => {
    expect(uniformVariance(5)).toBe(2)
    expect(() => uniformVariance(1)).toThrow('expected two options or more, got 1')
  })

  it('says what it expected', () => {
    expect(() => withinGroupAgreement([[1]], [0, 1], 2)).toThrow(
      'expected 1 groups, got 2',
    )
    expect(() => withinGroupAgreement([[1]], [0], 0)).toThrow('a variance above 0, got 0')
  })
})
