import { fromBigInt, toBigInt } from './bytes.ts'
import { readLetters, writeLetters } from './crockford.ts'

const codeLength = 26
const codeBytes = 16

/** Writes 128 bits as 26 characters in groups of five or six, as printed on an envelope. */
export function writeAccessCode(bytes: Uint8Array): string {
  if (bytes.length !== codeBytes) {
    throw new RangeError(`an access code holds ${codeBytes} bytes, got ${bytes.length}`)
  }
  const text = writeLetters(toBigInt(bytes) << 2n, codeLength)
  return text.replace(/^(.{5})(.{5})(.{5})(.{5})(.{6})$/, '$1-$2-$3-$4-$5')
}

/**
 * Reads a code as people type it: any case, any spacing, O for 0, I or L for 1.
 *
 * @returns null for anything that no code can be
 */
export function readAccessCode(text: string): Uint8Array | null {
  const value = readLetters(text, codeLength)
  if (value === null || (value & 3n) !== 0n) return null
  return fromBigInt(value >> 2n, codeBytes)
}
