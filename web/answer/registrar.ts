import { fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import { readRecord } from './ask.ts'
import { askAtDoor } from './crowd.ts'

/** Why the registrar does not let in. */
export type NotLetIn =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'busy' }
  /** no ballots are handed out until both sides agree to go on */
  | { readonly kind: 'paused' }
  | { readonly kind: 'unreachable' }

export type Looked =
  /** `key`: said to be the unit's, SPKI in base64, not yet held to the manifest */
  { readonly kind: 'unit'; readonly unit: string; readonly key: string } | NotLetIn

export type Signed =
  | { readonly kind: 'signed'; readonly signature: Uint8Array }
  /** the code was exchanged for another ballot */
  | { readonly kind: 'taken' }
  | NotLetIn

/** Asks which unit a code belongs to, and for the unit's key. Changes nothing. */
export async function lookAtCode(assessment: string, code: string): Promise<Looked> {
  const body = { assessment, secret: code }
  const response = await askAtDoor('/api/collect/look', 'POST', body)
  if (response?.status !== 200) return whyNot(response)
  const { unit, key } = (await readRecord(response)) ?? {}
  return typeof unit === 'string' && typeof key === 'string'
    ? { kind: 'unit', unit, key }
    : { kind: 'unreachable' }
}

/** Has a blinded ballot signed. The same one can be asked for again, another cannot. */
export async function signBlinded(
  assessment: string,
  code: string,
  blinded: Uint8Array,
): Promise<Signed> {
  const body = { assessment, secret: code, blinded: toBase64url(blinded) }
  const response = await askAtDoor('/api/collect', 'POST', body)
  if (response?.status === 409 || response?.status === 503) {
    const why = (await readRecord(response))?.['code']
    if (why === 'already-collected') return { kind: 'taken' }
    if (why === 'collecting-stopped') return { kind: 'paused' }
  }
  if (response?.status !== 200) return whyNot(response)
  const text = (await readRecord(response))?.['blindSignature']
  const signature = typeof text === 'string' ? fromBase64url(text) : null
  return signature ? { kind: 'signed', signature } : { kind: 'unreachable' }
}

function whyNot(response: Response | null): NotLetIn {
  switch (response?.status) {
    case 400:
    case 403:
    case 404:
      return { kind: 'unknown' }
    case 409:
      return { kind: 'waiting' }
    case 410:
      return { kind: 'closed' }
    case 429:
      return { kind: 'busy' }
    default:
      return { kind: 'unreachable' }
  }
}
