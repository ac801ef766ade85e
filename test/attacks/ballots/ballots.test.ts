import { describe, expect, it } from 'vitest'
import { ballotAttacks, small } from './ballot-attacks.ts'

/** Each attack says in its own file which claims it tests. */
describe('an adversary of the ballot', () => {
  it.each(Object.entries(ballotAttacks))('gains nothing by %s', async (_, attack) => {
    const tried = await attack(small)

    expect(tried.flatMap(({ broken }) => broken)).toEqual([])
    expect(tried.every(({ tries }) => tries > 0)).toBe(true)
  })
})
