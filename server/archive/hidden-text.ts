import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/**
 * Text that is readable in the database and encrypted in a backup, under a key that is destroyed
 * when the text is: no old backup has it then.
 *
 * @param key 32 bytes
 * @param purpose what the text is; it opens as that and nothing else
 * @returns base64
 */
export function hidden(key: Uint8Array, purpose: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(purpose))
  const sealed = [nonce, cipher.update(padded(text)), cipher.final(), cipher.getAuthTag()]
  return Buffer.concat(sealed).toString('base64')
}

/** @throws Error when it was altered, or stands in the place of another */
export function shownAgain(key: Uint8Array, purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(bytes.subarray(-16))
  const text = [decipher.update(bytes.subarray(12, -16)), decipher.final()]
  return Buffer.concat(text).toString().trimEnd()
}

/** A length says less of a name when it comes in steps. */
function padded(text: string): Buffer {
  const bytes = Buffer.from(text)
  return Buffer.concat([bytes, Buffer.alloc(32 - (bytes.length % 32), ' ')])
}
