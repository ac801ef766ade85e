import { z } from 'zod'
import {
  type Bytes,
  concat,
  fromBase64url,
  sha256,
  toBase64url,
  toHex,
  utf8,
} from '#surveys/ballot/bytes.ts'

/**
 * What a manager's browser keeps between visits: the answers until they are handed in, and
 * afterwards the link that leads on. Locked with the link it was opened by, so that whoever
 * borrows the device without the link reads nothing.
 */
const Kept = z.object({
  said: z
    .object({
      answers: z.record(
        z.string(),
        z.union([z.string(), z.number(), z.array(z.string()).readonly()]),
      ),
      texts: z.record(z.string(), z.string()),
      harmless: z.array(z.object({ field: z.string(), piece: z.string() })).readonly(),
    })
    .nullable(),
  next: z.string().nullable(),
})
export type Kept = z.infer<typeof Kept>

const nonceBytes = 12

const digest = (purpose: string, secret: string): Promise<Bytes> =>
  sha256(utf8(`groundwork interview ${purpose} 1 ${secret}`))

async function nameOf(secret: string): Promise<string> {
  return `groundwork.interview.${toHex((await digest('name', secret)).slice(0, 8))}`
}

async function keyOf(secret: string): Promise<CryptoKey> {
  const bytes = await digest('key', secret)
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** @returns false where the browser keeps nothing */
export async function keep(secret: string, kept: Kept): Promise<boolean> {
  try {
    const iv = crypto.getRandomValues(new Uint8Array(nonceBytes))
    const text = utf8(JSON.stringify(kept))
    const key = await keyOf(secret)
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text)
    const bytes = concat(iv, new Uint8Array(sealed))
    localStorage.setItem(await nameOf(secret), toBase64url(bytes))
    return true
  } catch {
    return false
  }
}

/** What was kept with this link, or nothing. */
export async function readKept(secret: string): Promise<Kept | null> {
  try {
    const bytes = fromBase64url(localStorage.getItem(await nameOf(secret)) ?? '')
    if (!bytes) return null
    const iv = bytes.slice(0, nonceBytes)
    const key = await keyOf(secret)
    const sealed = bytes.slice(nonceBytes)
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed)
    return Kept.parse(JSON.parse(new TextDecoder().decode(text)))
  } catch {
    return null
  }
}

/** @returns a secret for a link of one's own: 256 random bits, base64url */
export function newLinkSecret(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(32)))
}
