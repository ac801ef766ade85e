import { toBase64url } from '#surveys/ballot/bytes.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import { ask, readRecord } from './ask.ts'
import { type CastOutcome, castOutcome } from './cast-outcome.ts'
import { askAtDoor } from './crowd.ts'

/** What became of a question about one's own envelope. */
export type EnvelopeState = 'there' | 'absent' | 'withdrawn' | 'closed' | 'unreachable'

type Box = Pick<Manifest, 'assessment' | 'ballotBox'>

/** Sends what `sealForBox` sealed. Sending again replaces; it never counts twice. */
export async function sendEnvelope(box: Box, sealed: Uint8Array): Promise<CastOutcome> {
  const response = await sendSealed(box, 'PUT', 'ballot', sealed)
  return castOutcome(response?.status ?? null)
}

/** Sends what `sealClaim` sealed. */
export async function sendClaim(
  box: Box,
  wish: 'check' | 'withdraw',
  sealed: Uint8Array,
): Promise<EnvelopeState> {
  const response = await sendSealed(box, 'POST', `ballot/${wish}`, sealed)
  switch (response?.status) {
    case 200:
      return heldIn(await readRecord(response))
    case 204:
      return 'withdrawn'
    case 404:
      return 'absent'
    case 410:
      return 'closed'
    default:
      return 'unreachable'
  }
}

/** Whether the box takes nothing any more. Where it cannot be asked, it is asked again later. */
export async function isBoxClosed({ ballotBox, assessment }: Box): Promise<boolean> {
  const address = `${ballotBox.origin}/state/${assessment}`
  const response = await ask(address, { method: 'GET' })
  const reply = response?.ok ? await readRecord(response) : null
  return reply?.['state'] === 'closed'
}

function heldIn(reply: Readonly<Record<string, unknown>> | null): EnvelopeState {
  switch (reply?.['held']) {
    case true:
      return 'there'
    case false:
      return 'absent'
    default:
      return 'unreachable'
  }
}

function sendSealed(
  { ballotBox, assessment }: Box,
  method: 'PUT' | 'POST',
  door: string,
  sealed: Uint8Array,
): Promise<Response | null> {
  const body = { assessment, sealed: toBase64url(sealed) }
  return askAtDoor(`${ballotBox.origin}/${door}`, method, body)
}
