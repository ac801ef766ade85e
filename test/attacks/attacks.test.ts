import { describe, expect, it } from 'vitest'
import { attackAll } from './all-attacks.ts'
import { tryRates } from './rates.ts'
import { tryTrees } from './residual-trees.ts'
import { measureUtility } from './utility.ts'

describe('what an adversary tries', () => {
  it('comes to nothing on two hundred random organizations', { timeout: 900_000 }, () => {
    const outcomes = attackAll({ organizations: 200, most: 1500, solved: 60 })

    const broken = outcomes.flatMap(({ name, broken: against }) =>
      against.map((one) => `${name}: ${one}`),
    )
    expect(broken).toEqual([])
    expect(outcomes.length).toBeGreaterThan(8)
  })

  it('finds nothing smaller in a tree of units than its smallest remainder', () => {
    expect(tryTrees(60).broken).toEqual([])
  })

  it('cannot tell a few people apart in a response rate', () => {
    expect(tryRates(120).broken).toEqual([])
  })

  it('leaves most of what there is to say in the release', { timeout: 300_000 }, () => {
    expect(measureUtility(120, 20, 0.73).broken).toEqual([])
    expect(measureUtility(300, 10, 0.76).broken).toEqual([])
  })
})
