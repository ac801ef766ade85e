import { sealCast } from '#server/example/answer-as-employee.ts'
import { Collected } from '#server/registrar/contract.ts'
import { fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import { type Collecting, prepareCollecting } from '#surveys/ballot/collect-ballot.ts'
import { drawSeed } from '#surveys/ballot/seed.ts'
import { answersAll } from '../server/journey.ts'
import type { DoorRequest } from './doors.ts'
import type { Invited, OpenOrganization } from './organization.ts'

/** The three requests of somebody who answers. */
export const steps = ['look', 'collect', 'cast'] as const
export type Step = (typeof steps)[number]

/** Somebody on the way: what their browser has computed, and how long each reply took. */
export interface Person {
  readonly collecting: Collecting
  readonly requests: Partial<Record<Step, DoorRequest>>
  readonly replies: Partial<Record<Step, string>>
  /** milliseconds */
  readonly took: Partial<Record<Step, number>>
}

const answers = answersAll('often')

/** What a browser does before it asks: draws the seed, and blinds. */
export async function preparePeople(
  { origin, manifest }: Pick<OpenOrganization, 'origin' | 'manifest'>,
  invited: readonly Invited[],
): Promise<readonly Person[]> {
  const people: Person[] = []
  for (const one of invited) {
    const collecting = await prepareCollecting(
      manifest,
      one.unit,
      one.unitKey,
      drawSeed(),
    )
    const asked = { assessment: manifest.assessment, secret: one.code }
    const blinded = toBase64url(collecting.blinded)
    people.push({
      collecting,
      requests: {
        look: doorRequest('POST', `${origin}/api/collect/look`, asked),
        collect: doorRequest('POST', `${origin}/api/collect`, { ...asked, blinded }),
      },
      replies: {},
      took: {},
    })
  }
  return people
}

/**
 * What a browser does with the reply: unblinds and checks the signature, seals the answers to
 * the key holders, and all of it to the ballot box.
 */
export async function prepareCast(
  { manifest, ballotOrigin }: Pick<OpenOrganization, 'manifest' | 'ballotOrigin'>,
  { collecting, requests, replies }: Person,
): Promise<void> {
  const { blindSignature } = Collected.parse(JSON.parse(replies.collect ?? ''))
  const ballot = await collecting.finish(
    fromBase64url(blindSignature) ?? new Uint8Array(),
  )
  if (!ballot) throw new Error('the registrar signed something else')
  const sealed = await sealCast(manifest, { ballot, check: collecting.check }, answers)
  const { assessment } = manifest
  requests.cast = doorRequest('PUT', `${ballotOrigin}/ballot`, { assessment, sealed })
}

function doorRequest(method: 'POST' | 'PUT', address: string, body: object): DoorRequest {
  return { method, address, body: Buffer.from(JSON.stringify(body)) }
}
