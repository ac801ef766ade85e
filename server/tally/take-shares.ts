import { hashOf, newSecret } from '../accounts/secrets.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { anyAssessment } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { AnswerQuestion } from '../trustees/contract.ts'
import { proveKey } from '../trustees/keep-key.ts'
import { type DeliverPart, type Opening, SealedPart, type TakePart } from './contract.ts'
import {
  findByPass,
  findSealedPart,
  findUnsealing,
  listDelivered,
  type PartOf,
  saveDeliveredPart,
  savePass,
  type UnsealingRow,
} from './store.ts'

type Reach = Pick<Services, 'db'>

/**
 * A key holder who has shown the key gets a pass for this opening, and learns what is still to
 * be done: the shares themselves are for the key alone, their number is for nobody else.
 */
export async function beginOpening(
  { db }: Reach,
  answer: AnswerQuestion,
): Promise<Opening> {
  const { assessment, id: trustee } = await proveKey({ db }, answer)
  const { tallyKey, parts } = await unsealingOf({ db }, assessment)
  const pass = newSecret()
  await savePass(db, { assessment, trustee }, hashOf(pass))
  const delivered = (await listDelivered(db, assessment)).get(trustee) ?? []
  return { pass, assessment, holder: trustee, tallyKey, parts, delivered }
}

/** Hands a key holder one part of their shares, as often as they ask. */
export async function takePart(
  { db }: Reach,
  { pass, part }: TakePart,
): Promise<SealedPart> {
  const place = await placeOf({ db }, pass, part)
  const shares = await findSealedPart(db, place)
  if (!shares) throw new Refusal('not-found')
  return SealedPart.parse(JSON.parse(shares))
}

/** Takes a part that a key holder has opened and sealed again, to the tally. */
export async function deliverPart(
  { db }: Reach,
  { pass, part, sealed }: DeliverPart,
): Promise<Arrival> {
  const place = await placeOf({ db }, pass, part)
  await saveDeliveredPart(db, place, sealed)
  const { assessment, trustee } = place
  const delivered = (await listDelivered(db, assessment)).get(trustee) ?? []
  return { assessment, delivered, isAll: delivered.length === place.of }
}

export interface Arrival {
  readonly assessment: AssessmentId
  readonly delivered: readonly number[]
  /** nothing of this key holder is outstanding */
  readonly isAll: boolean
}

async function placeOf(
  { db }: Reach,
  pass: string,
  part: number,
): Promise<PartOf & { readonly of: number }> {
  const holder = await findByPass(db, hashOf(pass))
  if (!holder) throw new Refusal('key-link-unknown')
  const { parts } = await unsealingOf({ db }, holder.assessment)
  if (part >= parts) throw new Refusal('not-found')
  return { ...holder, part, of: parts }
}

async function unsealingOf({ db }: Reach, id: AssessmentId): Promise<UnsealingRow> {
  const { state } = await anyAssessment({ db }, id)
  const unsealing = await findUnsealing(db, id)
  if (state !== 'unsealing' || !unsealing) throw new Refusal('assessment-not-unsealing')
  return unsealing
}
