import { createHash } from 'node:crypto'
import { toBase64url } from '#surveys/ballot/bytes.ts'
import { challengeFor } from '#surveys/ballot/trustee-key.ts'
import { readX25519Key } from '#surveys/ballot/x25519-key.ts'
import { hashOf } from '../accounts/secrets.ts'
import { isChangeable } from '../assessments/contract.ts'
import { anyAssessment } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { AnswerQuestion, KeyDoor, KeyQuestion, MakeKey } from './contract.ts'
import { asKeyHolder, neededOf } from './key-holders.ts'
import {
  findTrusteeByLink,
  listTrustees,
  saveConfirmed,
  saveExpectedAnswer,
  savePublicKey,
  type Trustee,
  takeAnswer,
} from './store.ts'

type Reach = Pick<Services, 'db'>

/** Who comes with a link. It says who they are, not yet that they hold the key. */
async function keyHolderBy({ db }: Reach, secret: string): Promise<Trustee> {
  const trustee = await findTrusteeByLink(db, hashOf(secret))
  if (!trustee) throw new Refusal('key-link-unknown')
  return trustee
}

/** What a key holder finds behind the link. Looking changes nothing. */
export async function lookAtKeyDoor({ db }: Reach, secret: string): Promise<KeyDoor> {
  const trustee = await keyHolderBy({ db }, secret)
  const assessment = await anyAssessment({ db }, trustee.assessment)
  const all = await listTrustees(db, trustee.assessment)
  const { id, name, organization, example, state } = assessment
  const surveyNumber = 'surveyNumber' in assessment ? assessment.surveyNumber : null
  return {
    assessment: { id, name, organization, example, state, surveyNumber },
    holder: await asKeyHolder(trustee),
    others: all.filter((one) => one.id !== trustee.id),
    needed: await neededOf({ db }, trustee.assessment),
  }
}

/**
 * Keeps the public half of a key that the holder made in their own browser. A key is made once:
 * whoever finds the link later cannot put theirs in its place.
 *
 * @throws Refusal `key-unsafe` for one with which everybody could open what is sealed to it
 */
export async function keepPublicKey(
  { db }: Reach,
  { secret, publicKey }: MakeKey,
): Promise<KeyDoor> {
  const trustee = await keyHolderBy({ db }, secret)
  const assessment = await anyAssessment({ db }, trustee.assessment)
  if (!isChangeable(assessment)) throw new Refusal('assessment-not-draft')
  const others = await listTrustees(db, trustee.assessment)
  const isTaken = others.some((other) => other.publicKey === publicKey)
  if (isTaken) throw new Refusal('malformed-request')
  if (!readX25519Key(publicKey)) throw new Refusal('key-unsafe')
  if (!(await savePublicKey(db, trustee, publicKey))) {
    throw new Refusal('key-already-made')
  }
  return lookAtKeyDoor({ db }, secret)
}

/** Asks a key holder something that only their key can open. A new question ends the last. */
export async function askKeyHolder({ db }: Reach, secret: string): Promise<KeyQuestion> {
  const trustee = await keyHolderBy({ db }, secret)
  if (trustee.publicKey === null) throw new Refusal('keys-missing')
  const { sealed, answer } = await challengeFor(trustee.publicKey)
  await saveExpectedAnswer(db, trustee, kept(toBase64url(answer)))
  return { sealed: toBase64url(sealed) }
}

/**
 * Takes the answer: the key still opens. It counts once everything is frozen: what opened when
 * it was made may be lost weeks later.
 */
export async function confirmKey(
  { db }: Reach,
  { secret, answer }: AnswerQuestion,
): Promise<KeyDoor> {
  const trustee = await proveKey({ db }, { secret, answer })
  const { state } = await anyAssessment({ db }, trustee.assessment)
  if (state !== 'frozen') throw new Refusal('assessment-not-frozen')
  await saveConfirmed(db, trustee)
  return lookAtKeyDoor({ db }, secret)
}

/** @throws Refusal `key-does-not-open` unless the answer is the one awaited; it counts once */
export async function proveKey(
  { db }: Reach,
  { secret, answer }: AnswerQuestion,
): Promise<Trustee> {
  const trustee = await keyHolderBy({ db }, secret)
  if (!(await takeAnswer(db, trustee, kept(answer)))) {
    throw new Refusal('key-does-not-open')
  }
  return trustee
}

/** Of an awaited answer only its hash is kept: a copy of the database answers nothing. */
function kept(answer: string): string {
  return createHash('sha256')
    .update('groundwork key answer 1')
    .update(answer)
    .digest('hex')
}
