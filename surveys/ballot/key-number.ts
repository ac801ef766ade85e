import { sha256, toHex, utf8 } from './bytes.ts'

/**
 * A public key as two people compare it by eye: the first 48 bits of its hash. It stands on the
 * holder's own sheet and on the notice board; a key that was put in its place has another.
 */
export async function keyNumber(publicKey: string): Promise<string> {
  const hash = await sha256(utf8('groundwork key number 1'), utf8(publicKey))
  const letters = toHex(hash.subarray(0, 6)).toUpperCase()
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}
