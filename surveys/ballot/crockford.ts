/** Crockford's base 32: no letter that looks like a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Writes the last 5 × `length` bits of a number as letters and digits, highest first. */
export function writeLetters(value: bigint, length: number): string {
  let rest = value
  let text = ''
  for (let place = 0; place < length; place += 1) {
    text = `${alphabet[Number(rest & 31n)]}${text}`
    rest >>= 5n
  }
  return text
}

/**
 * Reads letters as people type them: any case, any spacing, O for 0, I or L for 1.
 *
 * @returns null for another number of letters, or a sign that is none
 */
export function readLetters(text: string, length: number): bigint | null {
  const letters = text
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (letters.length !== length) return null
  let value = 0n
  for (const letter of letters) {
    const digit = alphabet.indexOf(letter)
    if (digit < 0) return null
    value = (value << 5n) | BigInt(digit)
  }
  return value
}
