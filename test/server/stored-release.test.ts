import { describe, expect, it } from 'vitest'
import { readRelease, storeRelease } from '#server/tally/stored-release.ts'
import { releaseOf } from '../analysis/an-organization.ts'

const release = releaseOf(
  { 'bio.sleep': 0.3, 'psy.distress': 0.2 },
  {
    people: 400,
    answers: 260,
  },
)

describe('a stored release', () => {
  it('is what it was, and shorter', () => {
    const stored = storeRelease(release)

    expect(readRelease(stored)).toEqual(release)
    expect(stored.length).toBeLessThan(JSON.stringify(release).length)
  })

  it('may be from before releases were compressed', () => {
    expect(readRelease(JSON.stringify(release))).toEqual(release)
  })

  it('is not read where somebody changed it to what no rule makes', () => {
    const plain = JSON.stringify(release)
    const changed = plain.replace(/"meanNeed":\{"kind":"shown","value":[\d.]+/, (found) =>
      found.replace(/[\d.]+$/, '31.7'),
    )

    expect(changed).not.toBe(plain)
    expect(() => readRelease(changed)).toThrow(RangeError)
    expect(() => readRelease('no release')).toThrow()
  })
})
