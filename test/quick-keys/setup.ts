import { inject, vi } from 'vitest'

/**
 * Drawing keys that sign ballots would be most of the work of every survey that a test freezes. Here every
 * two of a few primes, drawn once for all test files, make one: real RSA-3072 keys that differ
 * from each other, and are no secret. What is tested of the drawing itself asks for the real one
 * with `vi.unmock`.
 */
vi.mock('#server/registrar/sign-blinded.ts', async (original) => {
  const { keysFromFewPrimes } = await import('./few-primes.ts')
  const keys = keysFromFewPrimes(inject('primes').map((prime) => BigInt(`0x${prime}`)))
  return { ...(await original<object>()), createUnitKey: async () => keys.next().value }
})
