import { setImmediate } from 'node:timers/promises'
import { canonicalJson } from '#surveys/ballot/canonical.ts'
import { faultOf } from '#surveys/ballot/check-manifest.ts'
import { manifestWords, type PublishedManifest } from '#surveys/ballot/manifest.ts'
import type { BallotBox, PreparedBox, SealedForTally } from '../box.ts'
import { refuseReplay } from '../database/refuse-replay.ts'
import { Refusal } from '../refusal.ts'
import { isSignedBy } from '../signing-key.ts'
import { BallotKeys } from '../verify-ballot.ts'
import type { BoxServices } from './box-services.ts'
import { payloadBytes, readPayload } from './kept-ballot.ts'
import { createSlots, destroySlots } from './slots/create-slots.ts'
import { countSlots, readBallots } from './slots/keep-ballots.ts'
import { slotBytesFor } from './slots/slot.ts'
import { lockSlots } from './slots/store.ts'
import { type BoxState, findBox, saveManifest, saveNewBox, saveStep } from './store.ts'

/** The ballot box of this process, as the office sees it. */
export function boxHere(services: BoxServices): BallotBox {
  return {
    prepare: (assessment) => prepareBox(services, assessment),
    publish: (published) => publishManifest(services, published),
    open: (assessment) => openBox(services, assessment),
    close: (assessment) => closeBox(services, assessment),
    count: (assessment) => countBallots(services, assessment),
    ballots: (assessment) => handOver(services, assessment),
    shred: (assessment) => shredBox(services, assessment),
  }
}

async function prepareBox(
  { ballots, slots, outerKeys, config }: BoxServices,
  assessment: string,
): Promise<PreparedBox> {
  await saveNewBox(ballots, assessment)
  const { state } = (await findBox(ballots, assessment)) ?? {}
  if (state === 'closed' || state === 'shredded') throw new Refusal('survey-closed')
  slots.keys.create(assessment)
  const { publicKey } = await outerKeys.create(assessment)
  return { origin: config.origin, publicKey }
}

/** The slots are made first: once the manifest is public, ballots can be kept. */
async function publishManifest(
  services: BoxServices,
  published: PublishedManifest,
): Promise<void> {
  const { ballots, slots, doors } = services
  const { manifest } = published.signed
  const box = await findBox(ballots, manifest.assessment)
  if (!box) throw new Refusal('assessment-not-found')
  await setImmediate() // reading the manifest of two thousand units took its turn
  if (box.published && (await isSame(box.published, published))) return
  if (box.state !== 'prepared' || !(await isOurs(services, published))) {
    throw new Refusal('manifest-refused')
  }
  const slotBytes = slotBytesFor(payloadBytes(manifest))
  await createSlots(slots, manifest.assessment, manifest.units, slotBytes)
  await saveManifest(ballots, published)
  doors.forget(manifest.assessment)
}

/** Signed by the office, without fault, naming this very box and these very keys. */
async function isOurs(
  { config, outerKeys }: BoxServices,
  { signed: { manifest, signature, signer }, unitKeys }: PublishedManifest,
): Promise<boolean> {
  const key = await outerKeys.read(manifest.assessment)
  const isSigned = isSignedBy(signer, manifestWords(manifest), signature)
  await setImmediate() // the keys of two thousand units take their time to look at
  return (
    (config.officeKey === null || config.officeKey === signer) &&
    isSigned &&
    faultOf(manifest) === null &&
    manifest.ballotBox.origin === config.origin &&
    manifest.ballotBox.publicKey === key?.publicKey &&
    (await BallotKeys.of(manifest, unitKeys)) !== null
  )
}

/** The same hashes are the same keys. */
async function isSame(
  one: PublishedManifest,
  other: PublishedManifest,
): Promise<boolean> {
  const words = canonicalJson(one.signed.manifest)
  await setImmediate()
  return words === canonicalJson(other.signed.manifest)
}

async function openBox(services: BoxServices, assessment: string): Promise<void> {
  await refuseUnfit(services, assessment)
  await step(services, assessment, 'published', 'open')
}

/** The operator hears which settings: the office, in another process, only that it is so. */
async function refuseUnfit(
  { ballots, tell }: BoxServices,
  assessment: string,
): Promise<void> {
  try {
    await refuseReplay(ballots)
  } catch (error) {
    if (error instanceof Refusal) {
      const settings = error.problems.map(({ where }) => where)
      tell({ event: 'box-database-unfit', assessment, settings })
    }
    throw error
  }
}

/**
 * From here on nothing is taken, and what was being taken is written. The key that ballots are
 * sealed to on the way goes.
 */
async function closeBox(services: BoxServices, assessment: string): Promise<void> {
  const { doors, outerKeys } = services
  await step(services, assessment, 'open', 'closed')
  await doors.settled(assessment)
  outerKeys.destroy(assessment)
}

/** Casts that are being written are in it, and those after find the door as it then is. */
function stepUnderLock(
  ballots: BoxServices['ballots'],
  assessment: string,
  from: BoxState,
  to: BoxState,
): Promise<boolean> {
  return ballots.transaction().execute(async (db) => {
    await lockSlots(db, assessment)
    return saveStep(db, assessment, from, to)
  })
}

/** Repeating a step changes nothing; leaving one out, or going back, is refused. */
async function step(
  { ballots, doors }: BoxServices,
  assessment: string,
  from: BoxState,
  to: BoxState,
): Promise<void> {
  const isFirst = await stepUnderLock(ballots, assessment, from, to)
  doors.forget(assessment)
  if (isFirst) return
  const box = await findBox(ballots, assessment)
  if (!box) throw new Refusal('assessment-not-found')
  if (box.state !== to) throw new Refusal('survey-closed')
}

function countBallots(
  { slots }: BoxServices,
  assessment: string,
): Promise<ReadonlyMap<string, number>> {
  return countSlots(slots, assessment)
}

/** Only what can no longer change is handed over. */
async function* handOver(
  { ballots, slots }: BoxServices,
  assessment: string,
): AsyncGenerator<{
  readonly unit: string
  readonly ballots: readonly SealedForTally[]
}> {
  const box = await findBox(ballots, assessment)
  if (box?.state !== 'closed') throw new Refusal('assessment-not-closed')
  for await (const { unit, ballots: kept } of readBallots(slots, assessment)) {
    yield {
      unit,
      ballots: kept.map(({ payload }) => readPayload(assessment, unit, payload)),
    }
  }
}

/** Keys first: what is left of the slots in any copy can then be opened by nobody. */
async function shredBox(
  { ballots, slots, outerKeys, doors }: BoxServices,
  assessment: string,
): Promise<void> {
  const box = await findBox(ballots, assessment)
  if (!box) return
  outerKeys.destroy(assessment)
  await stepUnderLock(ballots, assessment, box.state, 'shredded')
  doors.forget(assessment)
  await doors.settled(assessment)
  await destroySlots(slots, assessment)
}

/** Whether ballots are taken: not yet, now, or no more. */
export async function stateOfBox(
  { doors }: BoxServices,
  assessment: string,
): Promise<'waiting' | 'open' | 'closed'> {
  const state = await doors.stateOf(assessment)
  return state === 'published' ? 'waiting' : state
}
