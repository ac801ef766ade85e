import { createHash } from 'node:crypto'
import { builtInCodes } from '#analysis/coding/built-in-codes.ts'
import type { CodeId } from '#analysis/coding/codebook.ts'

/** The namespace of our names, drawn once. Changing it makes every built-in code a stranger. */
const namespace = Buffer.from('0b8f6d5e7c2a4f19a3d45c0e9b7a1f62', 'hex')

const guid = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/

/**
 * The same GUID for the same name, everywhere and always: a UUID of version 5.
 *
 * @see RFC 9562, 5.5
 */
export function guidOfName(name: string): string {
  const hash = createHash('sha1').update(namespace).update(name).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)]
  return [...parts, hex.slice(20, 32)].join('-')
}

/** The GUID of a code: its own where it has one, for built-in ones always the same. */
export function guidOfCode(code: CodeId): string {
  return code.startsWith('own.') ? code.slice('own.'.length) : guidOfName(code)
}

const builtInByGuid = new Map(builtInCodes.map((code) => [guidOfCode(code), code]))

/** The code of a GUID: a built-in one where it is known, else one of somebody's own. */
export function codeOfGuid(found: string): CodeId {
  return builtInByGuid.get(found) ?? `own.${found}`
}

/** A GUID as files have it, in small letters and without braces; undefined for anything else. */
export function readGuid(text: string | undefined): string | undefined {
  return guid.exec((text ?? '').trim().toLowerCase())?.[1]
}
