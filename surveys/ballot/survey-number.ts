import { type Bytes, sha256, toBigInt, utf8 } from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import { writeLetters } from './crockford.ts'
import type { Manifest } from './manifest.ts'

/**
 * How often the hash is stirred. Whoever makes manifests can make two and look for one number
 * of both: among 80 bits of a plain hash a pair is found by 2^40 tries, minutes of one
 * graphics card, and one colleague could then be shown a key of their own under the number
 * on the notice board. 100 bits stirred 2^18 times cost 2^68.
 */
const iterations = 2 ** 18

/**
 * The short name of a manifest, to compare by eye with a notice board or a colleague:
 * 100 bits of PBKDF2-HMAC-SHA-256 over the SHA-256 of its canonical JSON, as
 * `K7Q2-9MXD-04TB-WZ6E-3HNA`. A manifest that differs in anything has another number.
 */
export async function surveyNumber(manifest: Manifest): Promise<string> {
  const hash = await stir(await sha256(utf8(canonicalJson(manifest))))
  const letters = writeLetters(toBigInt(hash) >> 4n, 20)
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** @returns 13 bytes */
async function stir(hash: Bytes): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', hash, 'PBKDF2', false, ['deriveBits'])
  const salt = utf8('groundwork survey number 1')
  const how = { name: 'PBKDF2', hash: 'SHA-256', iterations, salt }
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 104))
}
