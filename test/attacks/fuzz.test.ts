import { describe, expect, it } from 'vitest'
import { fuzzDoors } from './fuzz/fuzz-doors.ts'

describe('two thousand strange requests', () => {
  it('never make a door fail or show where its code stands', async () => {
    const { wrong, understood, doors } = await fuzzDoors(2000, 20261122)

    expect(wrong).toEqual([])
    expect(doors).toBeGreaterThan(100)
    expect(understood).toBeGreaterThan(200)
  }, 300_000)
})
