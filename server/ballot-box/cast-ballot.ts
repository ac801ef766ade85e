import { createHash, createPublicKey, verify } from 'node:crypto'
import { type Ballot, signedWords } from '#surveys/ballot/ballot.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import { core } from '#surveys/catalogue.ts'
import { compileReader } from '#surveys/read-answers.ts'
import type { BallotDatabase } from '../database/ballots.ts'
import { acceptAnswers } from '../doors.ts'
import { Refusal } from '../refusal.ts'
import type { CastBallot } from './contract.ts'
import { findBucket, findDoor, saveBucket } from './store.ts'

/** What the ballot box may reach: answers, and nothing that knows who was asked. */
export interface BallotServices {
  readonly ballots: BallotDatabase
}

const readCore = compileReader(core)

/**
 * Keeps an answer that a valid ballot brings, once. Whatever is wrong with ballot or
 * answers, nothing is stored.
 */
export async function castBallot(
  { ballots }: BallotServices,
  { ballot, answers }: CastBallot,
): Promise<void> {
  const kept = acceptAnswers(readCore, answers)
  await ballots.transaction().execute(async (transaction) => {
    const door = await findDoor(transaction, ballot.assessment)
    if (!door || !isValid(ballot, door.manifest)) throw new Refusal('ballot-not-valid')
    if (!door.open) throw new Refusal('survey-closed')

    const bucket = await findBucket(transaction, ballot.assessment, ballot.unit)
    if (!bucket) throw new Refusal('ballot-not-valid')
    const mark = createHash('sha256').update(ballot.serial).digest('base64url')
    if (bucket.spent.includes(mark)) throw new Refusal('ballot-spent')
    await saveBucket(transaction, ballot.assessment, ballot.unit, {
      answers: [...bucket.answers, kept],
      spent: [...bucket.spent, mark],
    })
  })
}

function isValid(ballot: Ballot, manifest: Manifest): boolean {
  const unit = manifest.units.find(({ id }) => id === ballot.unit)
  if (!unit) return false
  const key = createPublicKey({
    key: Buffer.from(unit.publicKey, 'base64'),
    format: 'der',
    type: 'spki',
  })
  const signature = Buffer.from(ballot.signature, 'base64url')
  return verify(null, Buffer.from(signedWords(ballot)), key, signature)
}
