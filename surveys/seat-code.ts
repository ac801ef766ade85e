import { readLetters, writeLetters } from './ballot/crockford.ts'

const codeLength = 12
const checkBits = 5n

/** How many random bytes a seat code is made of; a few of their bits stay unused. */
export const seatCodeBytes = 7

/**
 * Writes a seat code: 55 bits as eleven letters and digits and a twelfth that shows slips, in
 * groups of four, as somebody notes it down.
 *
 * @param bytes seven random bytes
 * @throws RangeError for another number of bytes
 */
export function writeSeatCode(bytes: Uint8Array): string {
  if (bytes.length !== seatCodeBytes) {
    throw new RangeError(`a seat code is made of ${seatCodeBytes} bytes`)
  }
  let value = 0n
  for (const byte of bytes) value = (value << 8n) | BigInt(byte)
  const kept = BigInt.asUintN((codeLength - 1) * 5, value)
  return inGroups((kept << checkBits) | checkOf(kept))
}

/**
 * Reads a seat code as people type it: any case, any spacing, O for 0, I or L for 1.
 *
 * @returns the code as `writeSeatCode` writes it; null for anything that no seat code can be,
 *   as with one wrong letter or two neighbours that changed places
 */
export function readSeatCode(text: string): string | null {
  const value = readLetters(text, codeLength)
  if (value === null) return null
  return checkOf(value >> checkBits) === BigInt.asUintN(5, value) ? inGroups(value) : null
}

const inGroups = (value: bigint): string =>
  writeLetters(value, codeLength).replace(/^(.{4})(.{4})(.{4})$/, '$1-$2-$3')

/**
 * The letters, each times a power of 2 of its own, summed in the field of 32 elements: any one
 * wrong letter changes it, and so do two neighbours in each other's place.
 */
function checkOf(value: bigint): bigint {
  let check = 0n
  for (let letter = 0n; letter < codeLength - 1; letter += 1n) {
    const fromLeft = 5n * (BigInt(codeLength) - 2n - letter)
    check = doubled(check ^ ((value >> fromLeft) & 31n))
  }
  return check
}

/** In the field of 32 elements by x⁵ + x² + 1, where doubling passes through all but zero. */
function doubled(letter: bigint): bigint {
  const twice = letter << 1n
  return twice > 31n ? twice ^ 0b100101n : twice
}
