import { UnreadableFile } from './left-out.ts'

/** Encodings that an XML declaration may name, and no others. */
const declared: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['iso-8859-2', 'iso-8859-2'],
  ['iso-8859-15', 'iso-8859-15'],
  ['windows-1250', 'windows-1250'],
  ['windows-1252', 'windows-1252'],
])

/**
 * The text of a file: UTF-8, UTF-16 with its mark, or what an XML declaration names. A guess
 * would put wrong letters into questions without anybody noticing, so there is none.
 *
 * @throws UnreadableFile `not-text`
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decoded(bytes, encodingOf(bytes)).replace(/^\uFEFF/, '')
  if (text.includes('\0')) throw new UnreadableFile('not-text')
  return text
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = String.fromCharCode(...bytes.subarray(0, 200))
  const [, named] =
    /^\s*<\?xml[^<>]*\bencoding\s*=\s*["']([\w-]{1,20})["']/.exec(start) ?? []
  if (named === undefined) return 'utf-8'
  const known = declared.get(named.toLowerCase())
  if (!known) throw new UnreadableFile('not-text', named)
  return known
}

function decoded(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableFile('not-text')
  }
}
