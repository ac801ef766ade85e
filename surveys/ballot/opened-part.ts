import { type Bytes, concat, fromBase64url, toBase64url } from './bytes.ts'
import { type OpenedShare, openShare } from './open-envelope.ts'
import { openSealed, sealTo } from './sealing-key.ts'

/** Which part of the opening it is: it opens as this one and no other. */
export interface PartPlace {
  readonly assessment: string
  /** id of the trustee who opened the shares */
  readonly trustee: string
  /** from 0 */
  readonly part: number
}

const nullifierBytes = 32
const shareBytes = 33
const entryBytes = nullifierBytes + shareBytes

/**
 * Seals a part of what a trustee opened to the tally: one message for hundreds of shares, so
 * that the tally opens one where the trustee opened many. Shares that could not be opened are
 * left out.
 *
 * @param tallyKey the public half of the key made for this one count, X25519, raw, base64url
 */
export function sealOpenedPart(
  opened: readonly OpenedShare[],
  place: PartPlace,
  tallyKey: string,
): Promise<Bytes> {
  const entries = opened.flatMap(({ nullifier, share }) => {
    const name = fromBase64url(nullifier)
    if (name?.length !== nullifierBytes || share.length !== shareBytes) {
      throw new RangeError(`expected a share of ${shareBytes} bytes with its ballot`)
    }
    return [name, share]
  })
  return sealTo(tallyKey, purposeOf(place), concat(...entries))
}

/** A sealed share as it is handed out: by the name of its ballot, both base64url. */
export interface HandedShare {
  readonly nullifier: string
  readonly sealed: string
}

/** So many shares are opened at once: enough to keep the processor busy, not the page. */
const atOnce = 16

/**
 * Opens a part of a trustee's shares with the trustee's own key, and seals it to the tally.
 * What does not open is left out.
 *
 * @param onOpened is told how many more are done
 */
export async function openPart(
  key: CryptoKeyPair,
  shares: readonly HandedShare[],
  place: PartPlace,
  tallyKey: string,
  onOpened: (more: number) => void = () => {},
): Promise<Bytes> {
  const { assessment, trustee } = place
  const opened: OpenedShare[] = []
  for (let at = 0; at < shares.length; at += atOnce) {
    const some = shares.slice(at, at + atOnce)
    const outcomes = await Promise.all(
      some.map(({ nullifier, sealed }) => {
        const bytes = fromBase64url(sealed) ?? new Uint8Array()
        return openShare(key, { assessment, trustee, nullifier, sealed: bytes })
      }),
    )
    opened.push(...outcomes.filter((share) => share !== null))
    onOpened(some.length)
  }
  return sealOpenedPart(opened, place, tallyKey)
}

/** @returns null when it was sealed to another key or for another place, or was altered */
export async function openOpenedPart(
  key: CryptoKeyPair,
  sealed: Uint8Array,
  place: PartPlace,
): Promise<readonly OpenedShare[] | null> {
  const message = await openSealed(key, purposeOf(place), sealed)
  if (!message || message.length % entryBytes !== 0) return null
  const { assessment, trustee } = place
  return Array.from({ length: message.length / entryBytes }, (_, at) => {
    const entry = message.slice(at * entryBytes, (at + 1) * entryBytes)
    const nullifier = toBase64url(entry.slice(0, nullifierBytes))
    return { assessment, trustee, nullifier, share: entry.slice(nullifierBytes) }
  })
}

function purposeOf({ assessment, trustee, part }: PartPlace): readonly string[] {
  return ['groundwork opened shares 1', assessment, trustee, String(part)]
}
