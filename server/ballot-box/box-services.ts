import { join } from 'node:path'
import type { Manifest, PublishedManifest } from '#surveys/ballot/manifest.ts'
import { readyToOpen } from '#surveys/ballot/sealing-key.ts'
import type { BallotBoxConfig } from '../config.ts'
import type { BallotDatabase } from '../database/ballots.ts'
import type { TellOfBox } from '../events.ts'
import { Refusal } from '../refusal.ts'
import { BallotKeys } from '../verify-ballot.ts'
import { OuterKeys } from './outer-keys.ts'
import { openSlotStore, type SlotStore } from './slots/open-slots.ts'
import { StoreKeys } from './slots/store-keys.ts'
import { type BoxState, findBox } from './store.ts'

/** What the ballot box may reach: envelopes, and nothing that knows who was asked. */
export interface BoxServices {
  readonly ballots: BallotDatabase
  readonly slots: SlotStore
  readonly outerKeys: OuterKeys
  readonly doors: Doors
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
    slots: openSlotStore(ballots, new StoreKeys(keys)),
    outerKeys,
    doors: new Doors(ballots, outerKeys),
    tell,
  }
}

/** A published assessment, ready to take ballots. */
export interface Door {
  readonly state: Exclude<BoxState, 'prepared' | 'shredded'>
  /** null once it is closed */
  readonly receiving: Receiving | null
}

/** What it takes to read what is cast, and to know a ballot. */
export interface Receiving {
  readonly manifest: Manifest
  /** opens what was sealed to the ballot box */
  readonly key: CryptoKeyPair
  readonly ballotKeys: BallotKeys
}

/**
 * The doors of the assessments, read once: two thousand keys are a megabyte. One process keeps a
 * ballot box, so that what it remembers is what is so.
 */
export class Doors {
  readonly #ballots: BallotDatabase
  readonly #outerKeys: OuterKeys
  readonly #known = new Map<string, Promise<Door>>()
  readonly #casting = new Map<string, Set<Promise<unknown>>>()

  constructor(ballots: BallotDatabase, outerKeys: OuterKeys) {
    this.#ballots = ballots
    this.#outerKeys = outerKeys
  }

  /**
   * Read once also for a hundred who ask at once.
   *
   * @throws Refusal when nothing is published, or nothing is left
   */
  find(assessment: string): Promise<Door> {
    const known = this.#known.get(assessment)
    if (known) return known
    const door = this.#read(assessment)
    this.#known.set(assessment, door)
    door.catch(() => {
      if (this.#known.get(assessment) === door) this.#known.delete(assessment)
    })
    return door
  }

  async #read(assessment: string): Promise<Door> {
    const box = await findBox(this.#ballots, assessment)
    if (!box?.published || box.state === 'prepared' || box.state === 'shredded') {
      throw new Refusal('assessment-not-found')
    }
    return { state: box.state, receiving: await this.#readyToReceive(box.published) }
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

  /** What is so has changed: it is read again when next asked for. */
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
    const { state, receiving } = await this.find(assessment)
    if (state !== 'open' || !receiving) throw new Refusal('survey-closed')
    return work(receiving)
  }

  /** Waits until everything that began while the door was open is written or has failed. */
  async settled(assessment: string): Promise<void> {
    const casting = [...(this.#casting.get(assessment) ?? [])]
    await Promise.allSettled(casting)
    this.#casting.delete(assessment)
  }
}
