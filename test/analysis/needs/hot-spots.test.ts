import { describe, expect, it } from 'vitest'
import { hotSpotsOf } from '#analysis/needs/hot-spots.ts'
import { releaseOf } from '../an-organization.ts'

const size = { people: 200, answers: 150, high: 0.9 }

describe('what published results leave to explain', () => {
  it('is what is in the highest band, and what was asked and not shown', () => {
    const release = releaseOf(
      { 'work.demands': 0.97, 'bio.lifestyle': 0.1, 'work.role': 0.2 },
      size,
    )

    const { high, hidden } = hotSpotsOf(release, 'seed')

    expect(high).toEqual(['work.demands'])
    expect(hidden).not.toContain('bio.lifestyle')
    for (const topic of high) expect(hidden).not.toContain(topic)
  })

  it('is hidden where too few answered to show anything', () => {
    const release = releaseOf(
      { 'work.demands': 0.9, 'psy.distress': 0.9 },
      {
        people: 40,
        answers: 12,
      },
    )

    const { high, hidden } = hotSpotsOf(release, 'seed')

    expect(hidden).toContain('psy.distress')
    expect(high).not.toContain('psy.distress')
  })

  it('puts last what must not be asked about, and never names safety at home', () => {
    const release = releaseOf(
      { 'psy.distress': 0.97, 'work.demands': 0.97, 'soc.safety': 0.97 },
      size,
    )

    const { high, apart, hidden } = hotSpotsOf(release, 'seed')

    expect(high).toEqual(['work.demands', 'psy.distress'])
    expect([...high, ...apart, ...hidden]).not.toContain('soc.safety')
  })
})
