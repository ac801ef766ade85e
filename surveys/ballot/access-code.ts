/** Crockford's base 32: no letter that looks like a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 26
const codeBytes = 16

/** Writes 128 bits as 26 characters in groups of five or six, as printed on an envelope. */
export function writeAccessCode(bytes: Uint8Array): string {
  if (bytes.length !== codeBytes) {
    throw new RangeError(`an access code holds ${codeBytes} bytes, got ${bytes.length}`)
  }
  let value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) << 2n
  let text = ''
  for (let place = 0; place < codeLength; place += 1) {
    text = `${alphabet[Number(value & 31n)]}${text}`
    value >>= 5n
  }
  return text.replace(/^(.{5})(.{5})(.{5})(.{5})(.{6})$/, '$1-$2-$3-$4-$5')
}

/**
 * Reads a code as people type it: any case, any spacing, O for 0, I or L for 1.
 *
 * @returns null for anything that no code can be
 */
export function readAccessCode(text: string): Uint8Array | null {
  const letters = text
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (letters.length !== codeLength) return null
  let value = 0n
  for (const letter of letters) {
    const digit = alphabet.indexOf(letter)
    if (digit < 0) return null
    value = (value << 5n) | BigInt(digit)
  }
  if ((value & 3n) !== 0n) return null
  value >>= 2n
  return Uint8Array.from({ length: codeBytes }, (_, index) =>
    Number((value >> BigInt(8 * (codeBytes - 1 - index))) & 255n),
  )
}
