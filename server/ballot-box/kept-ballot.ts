import type { Ballot } from '#surveys/ballot/ballot.ts'
import { concat, fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import { innerSize } from '#surveys/ballot/envelope-layout.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import type { SealedForTally } from '../box.ts'

const parts = { serial: 32, prefix: 32, signature: 384 } as const
const ballotBytes = parts.serial + parts.prefix + parts.signature

/** How long the payload of every slot of a survey is. */
export function payloadBytes(manifest: Manifest): number {
  return ballotBytes + innerSize(manifest)
}

/** A ballot and its envelope as a slot holds them; the unit is said by the slot's place. */
export function writePayload({ ballot, inner }: SealedForTally): Uint8Array {
  const { serial, prefix, signature } = ballot
  const written = [serial, prefix, signature].map((part) => fromBase64url(part) ?? [])
  return concat(...written.map((part) => Uint8Array.from(part)), inner)
}

/** Reads what `writePayload` wrote. */
export function readPayload(
  assessment: string,
  unit: string,
  payload: Uint8Array,
): SealedForTally {
  const ends = [parts.serial, parts.serial + parts.prefix, ballotBytes]
  const [serial = '', prefix = '', signature = ''] = ends.map((end, at) =>
    toBase64url(payload.subarray(at === 0 ? 0 : ends[at - 1], end)),
  )
  const ballot: Ballot = { assessment, unit, serial, prefix, signature }
  return { ballot, inner: payload.slice(ballotBytes) }
}
