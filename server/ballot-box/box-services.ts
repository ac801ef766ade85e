import { join } from 'node:path'
import type { Manifest, PublishedManifest } from '#surveys/ballot/manifest.ts'
import { readyToOpen } from '#surveys/ballot/sealing-key.ts'
import type { BallotBoxConfig } from '../config.ts'
import type { BallotDatabase } from '../database/ballots.ts'
import type { TellOfBox } from '../events.ts'
import { readOrMakeKey } from '../key-file.ts'
import { Refusal } from '../refusal.ts'
import { BallotKeys } from '../verify-ballot.ts'
import { OuterKeys } from './outer-keys.ts'
import { openSlotStore, type SlotStore } from './slots/open-slots.ts'
import { StoreKeys } from './slots/store-keys.ts'
import { type BoxState, findBox, findState } from './store.ts'

/** What the ballot box may reach: envelopes, and nothing that knows who was asked. */
export interface BoxServices {
  readonly ballots: BallotDatabase
  readonly slots: SlotStore
  readonly outerKeys: OuterKeys
  readonly doors: Doors
  /** of the challenges at a crowded door: the same in every process of the box */
  readonly doorSecret: string
  readonly tell: TellOfBox
  readonly config: Pick<BallotBoxConfig, 'origin' | 'office' | 'officeKey' | 'crowd'>
}

export function boxServices(
  config: BallotBoxConfig,
  ballots: BallotDatabase,
  tell: TellOfBox,
): BoxServices {
  const keys = join(config.dataFolder, 'keys')
  const outerKeys = new OuterKeys(keys)
  return {
    config,
    ballots,
    slots: openSlotStore(
      ballots,
      new StoreKeys(keys),
      async (db, assessment) => (await findState(db, assessment)) === 'open',
    ),
    outerKeys,
    doors: new Doors(ballots, outerKeys),
    doorSecret: readOrMakeKey(join(keys, 'door.key')),
    tell,
  }
}

/** Of an assessment that is published and not yet destroyed. */
export type DoorState = Exclude<BoxState, 'prepared' | 'shredded'>

/** What it takes to read what is cast, and to know a ballot. */
export interface Receiving {
  readonly manifest: Manifest
  /** opens what was sealed to the ballot box */
  readonly key: CryptoKeyPair
  readonly ballotKeys: BallotKeys
}

/**
 * The doors of the assessments. What a manifest says never changes and is read once: two thousand
 * keys are a megabyte. Whether a door is open is asked each time: another process may have closed
 * it.
 */
export class Doors {
  readonly #ballots: BallotDatabase
  readonly #outerKeys: OuterKeys
  readonly #known = new Map<string, Promise<Receiving | null>>()
  readonly #casting = new Map<string, Set<Promise<unknown>>>()

  constructor(ballots: BallotDatabase, outerKeys: OuterKeys) {
    this.#ballots = ballots
    this.#outerKeys = outerKeys
  }

  /** @throws Refusal when nothing is published, or nothing is left */
  async stateOf(assessment: string): Promise<DoorState> {
    const state = await findState(this.#ballots, assessment)
    if (state === 'published' || state === 'open' || state === 'closed') return state
    this.forget(assessment)
    throw new Refusal('assessment-not-found')
  }

  /** Read once also for a hundred who ask at once. */
  #receivingOf(assessment: string): Promise<Receiving | null> {
    const known = this.#known.get(assessment)
    if (known) return known
    const reading = this.#read(assessment)
    this.#known.set(assessment, reading)
    reading.then(
      (receiving) => receiving ?? this.#forgetThis(assessment, reading),
      () => this.#forgetThis(assessment, reading),
    )
    return reading
  }

  async #read(assessment: string): Promise<Receiving | null> {
    const box = await findBox(this.#ballots, assessment)
    return box?.published ? this.#readyToReceive(box.published) : null
  }

  #forgetThis(assessment: string, reading: Promise<Receiving | null>): void {
    if (this.#known.get(assessment) === reading) this.#known.delete(assessment)
  }

  async #readyToReceive({
    signed: { manifest },
    unitKeys,
  }: PublishedManifest): Promise<Receiving | null> {
    const key = await this.#outerKeys.read(manifest.assessment)
    if (!key) return null
    const ballotKeys = await BallotKeys.of(manifest, unitKeys)
    if (!ballotKeys) throw new Error('the keys kept are not those of the manifest kept')
    return { manifest, key: await readyToOpen(key), ballotKeys }
  }

  /** The key that opens what is cast goes with what was read. */
  forget(assessment: string): void {
    this.#known.delete(assessment)
  }

  /**
   * Does something with a door that is open, from the first look at it to the last write.
   *
   * @throws Refusal 'survey-closed' when it is not open
   */
  async whileOpen<Outcome>(
    assessment: string,
    work: (receiving: Receiving) => Promise<Outcome>,
  ): Promise<Outcome> {
    const doing = this.#throughDoor(assessment, work)
    const casting = this.#casting.get(assessment) ?? new Set()
    this.#casting.set(assessment, casting.add(doing))
    try {
      return await doing
    } finally {
      casting.delete(doing)
    }
  }

  async #throughDoor<Outcome>(
    assessment: string,
    work: (receiving: Receiving) => Promise<Outcome>,
  ): Promise<Outcome> {
    if ((await this.stateOf(assessment)) !== 'open') {
      this.forget(assessment)
      throw new Refusal('survey-closed')
    }
    const receiving = await this.#receivingOf(assessment)
    if (!receiving) throw new Refusal('survey-closed')
    return work(receiving)
  }

  /** Waits until everything that began while the door was open is written or has failed. */
  async settled(assessment: string): Promise<void> {
    const casting = [...(this.#casting.get(assessment) ?? [])]
    await Promise.allSettled(casting)
    this.#casting.delete(assessment)
  }
}
