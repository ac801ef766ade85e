import { setImmediate } from 'node:timers/promises'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import { Refusal } from '../refusal.ts'
import type { BallotServices } from './cast-ballot.ts'
import type { Door } from './contract.ts'
import {
  findBucket,
  findDoor,
  listUnits,
  removeBucket,
  removeBuckets,
  removeManifest,
  saveClosing,
  saveManifest,
} from './store.ts'

/** Takes a manifest in; a second one replaces the first only while nobody has answered. */
export async function acceptManifest(
  { ballots }: BallotServices,
  manifest: Manifest,
): Promise<void> {
  await ballots.transaction().execute(async (transaction) => {
    const box = await openBox({ ballots: transaction }, manifest.assessment)
    if ([...box.values()].some((answers) => answers.length > 0)) {
      throw new Refusal('assessment-changed-meanwhile')
    }
    await saveManifest(transaction, manifest)
  })
}

/** What an employee finds at the door. */
export async function showDoor(
  { ballots }: BallotServices,
  assessment: string,
): Promise<Door> {
  const door = await findDoor(ballots, assessment)
  if (!door) throw new Refusal('assessment-not-found')
  return door
}

/** No answer is taken from here on. */
export async function closeBox(
  { ballots }: BallotServices,
  assessment: string,
): Promise<void> {
  await saveClosing(ballots, assessment)
}

/** All answers by unit, for the tally alone. Between two units other requests have their turn. */
export async function openBox(
  { ballots }: BallotServices,
  assessment: string,
): Promise<ReadonlyMap<string, readonly Answers[]>> {
  const box = new Map<string, readonly Answers[]>()
  for (const unit of await listUnits(ballots, assessment)) {
    box.set(unit, (await findBucket(ballots, assessment, unit))?.answers ?? [])
    await setImmediate()
  }
  return box
}

/** How many answered in each unit. */
export async function countBallots(
  services: BallotServices,
  assessment: string,
): Promise<ReadonlyMap<string, number>> {
  const box = await openBox(services, assessment)
  return new Map([...box].map(([unit, answers]) => [unit, answers.length]))
}

/**
 * Destroys the answers once they have been counted, unit by unit. Can be repeated: a crash in
 * between leaves the rest.
 */
export async function emptyBox(
  { ballots }: BallotServices,
  assessment: string,
): Promise<void> {
  for (const unit of await listUnits(ballots, assessment)) {
    await removeBucket(ballots, assessment, unit)
    await setImmediate()
  }
}

/** Forgets an assessment whole, manifest and all. */
export async function removeBox(
  { ballots }: BallotServices,
  assessment: string,
): Promise<void> {
  await ballots.transaction().execute(async (transaction) => {
    await removeBuckets(transaction, assessment)
    await removeManifest(transaction, assessment)
  })
}
