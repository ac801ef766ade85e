import type { Ballot } from '#surveys/ballot/ballot.ts'
import { sealForBox } from '#surveys/ballot/box-message.ts'
import { type Bytes, fromBase64url, sha256, toBase64url } from '#surveys/ballot/bytes.ts'
import { prepareCollecting } from '#surveys/ballot/collect-ballot.ts'
import { sealAnswers } from '#surveys/ballot/envelope.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import { drawSeed } from '#surveys/ballot/seed.ts'
import type { Answers } from '#surveys/questionnaire.ts'

/** A ballot in the hands of whoever collected it. */
export interface CollectedBallot {
  readonly ballot: Ballot
  /** 32 bytes: shown to check or withdraw what was cast */
  readonly check: Bytes
}

/**
 * Answers through the doors that employees use: collects a ballot at the office, seals the
 * answers, casts at the ballot box. Three HTTP requests to our own addresses, like any
 * browser's.
 *
 * @param office origin of the office
 * @throws Error when a door says no: an invented employee must get in like a real one
 */
export async function answerAsEmployee(
  office: string,
  manifest: Manifest,
  code: string,
  answers: Answers,
): Promise<void> {
  await castAnswers(manifest, await collectAsEmployee(office, manifest, code), answers)
}

/** Collects the ballot that a seed stands for; the same seed brings the same ballot again. */
export async function collectAsEmployee(
  office: string,
  manifest: Manifest,
  code: string,
  seed: Uint8Array = drawSeed(),
): Promise<CollectedBallot> {
  const asked = { assessment: manifest.assessment, secret: code }
  const { unit, key } = await send('POST', `${office}/api/collect/look`, asked)
  const collecting = await prepareCollecting(manifest, String(unit), String(key), seed)
  const { blindSignature } = await send('POST', `${office}/api/collect`, {
    ...asked,
    blinded: toBase64url(collecting.blinded),
  })
  const signature = fromBase64url(String(blindSignature)) ?? new Uint8Array()
  const ballot = await collecting.finish(signature)
  if (!ballot) throw new Error('the registrar signed something else')
  return { ballot, check: collecting.check }
}

async function castAnswers(
  manifest: Manifest,
  collected: CollectedBallot,
  answers: Answers,
): Promise<void> {
  const sealed = await sealCast(manifest, collected, answers)
  const { assessment, ballotBox } = manifest
  await send('PUT', `${ballotBox.origin}/ballot`, { assessment, sealed })
}

/** What is sent to cast answers: the same length for everybody, base64url. */
export async function sealCast(
  manifest: Manifest,
  { ballot, check }: CollectedBallot,
  answers: Answers,
): Promise<string> {
  const inner = await sealAnswers(answers, ballot, manifest)
  const cast = { ballot, check: await sha256(check), inner }
  return toBase64url(await sealForBox(cast, manifest))
}

async function send(
  method: 'POST' | 'PUT',
  address: string,
  body: unknown,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(address, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`the door answered ${response.status}`)
  return response.status === 204 ? {} : response.json()
}
