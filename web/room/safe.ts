/** As slow as guessing is to be, as of 2023 by OWASP for PBKDF2 with SHA-256. */
const iterations = 600_000
const saltBytes = 16
const nonceBytes = 12

/** A notebook as it lies on the device: nothing of it can be read without the passphrase. */
export interface Sealed {
  readonly version: 1
  readonly iterations: number
  readonly salt: Uint8Array<ArrayBuffer>
  readonly nonce: Uint8Array<ArrayBuffer>
  readonly sealed: ArrayBuffer
}

/** The key of one notebook. It cannot be taken out of the browser, and ends with the page. */
export interface Safe {
  seal(text: string): Promise<Sealed>
}

const encoder = new TextEncoder()

/** The same passphrase, however it is typed: spaces at the ends and between words, and accents. */
const plain = (passphrase: string): string =>
  passphrase.normalize('NFKC').trim().replace(/\s+/g, ' ')

async function keyFrom(
  passphrase: string,
  { salt, iterations: rounds }: Pick<Sealed, 'salt' | 'iterations'>,
): Promise<CryptoKey> {
  const typed = encoder.encode(plain(passphrase))
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, [
    'deriveKey',
  ])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

/** The session is sealed in: a notebook laid in the place of another does not open. */
const boundTo = (session: string): Uint8Array<ArrayBuffer> =>
  encoder.encode(`groundwork room 1 ${session}`)

function safeOf(
  key: CryptoKey,
  session: string,
  { salt, iterations: rounds }: Pick<Sealed, 'salt' | 'iterations'>,
): Safe {
  return {
    async seal(text) {
      const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes))
      const sealed = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv: nonce, additionalData: boundTo(session) },
        key,
        encoder.encode(text),
      )
      return { version: 1, iterations: rounds, salt, nonce, sealed }
    },
  }
}

/** A new safe for a session, under a passphrase. Takes about half a second. */
export async function makeSafe(session: string, passphrase: string): Promise<Safe> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes))
  const made = { salt, iterations }
  return safeOf(await keyFrom(passphrase, made), session, made)
}

/**
 * Opens what lies on the device.
 *
 * @returns null when the passphrase is another one, or what lies there was changed
 */
export async function openSafe(
  session: string,
  passphrase: string,
  found: Sealed,
): Promise<{ readonly safe: Safe; readonly text: string } | null> {
  const key = await keyFrom(passphrase, found)
  try {
    const text = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: found.nonce, additionalData: boundTo(session) },
      key,
      found.sealed,
    )
    return { safe: safeOf(key, session, found), text: new TextDecoder().decode(text) }
  } catch {
    return null
  }
}

const fewestWords = 4
const fewestCharacters = 12
const fewestDifferent = 6

/** Whether a passphrase is long enough: four different words, or twelve characters not all alike. */
export function isLongEnough(passphrase: string): boolean {
  const typed = plain(passphrase)
  const words = new Set(typed.split(' ').filter((word) => word.length > 1))
  const characters = [...typed]
  const isVaried = new Set(characters).size >= fewestDifferent
  return isVaried && (words.size >= fewestWords || characters.length >= fewestCharacters)
}
