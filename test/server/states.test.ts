import { describe, expect, it } from 'vitest'
import { tryStateSequences } from '../attacks/states/state-sequences.ts'

describe('a hundred and fifty sequences of everything anybody can do', () => {
  it('never go back, publish twice, change what is frozen or let one act for two', {
    timeout: 900_000,
  }, async () => {
    const { broken, figures } = await tryStateSequences(150)

    expect(broken).toEqual([])
    expect(figures['ended released']).toBeGreaterThan(5)
    expect(figures['ended given up']).toBeGreaterThan(5)
  })
})
