import { describe, expect, it } from 'vitest'
import { attackOrganizations } from './all-attacks.ts'

describe('what an adversary tries', () => {
  it('comes to nothing on two hundred random organizations', {
    timeout: 900_000,
  }, async () => {
    const outcomes = await attackOrganizations(200)

    const broken = outcomes.flatMap(({ name, broken: against }) =>
      against.map((one) => `${name}: ${one}`),
    )
    expect(broken).toEqual([])
    expect(outcomes.map(({ figures }) => figures['organizations'])).not.toContain(0)
  })
})
