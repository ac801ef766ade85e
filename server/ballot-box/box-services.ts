import { join } from 'node:path'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import { readyToOpen } from '#surveys/ballot/sealing-key.ts'
import type { BallotBoxConfig } from '../config.ts'
import type { BallotDatabase } from '../database/ballots.ts'
import type { TellOfBox } from '../events.ts'
import { Refusal } from '../refusal.ts'
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
  readonly config: Pick<BallotBoxConfig, 'origin' | 'office' | 'officeKey'>
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
  readonly manifest: Manifest
  /** opens what was sealed to the ballot box; null once it is closed */
  readonly key: CryptoKeyPair | null
}

/**
 * The doors of the assessments, read once: a manifest can be a megabyte. One process keeps a
 * ballot box, so that what it remembers is what is so.
 */
export class Doors {
  readonly #ballots: BallotDatabase
  readonly #outerKeys: OuterKeys
  readonly #known = new Map<string, Door>()
  readonly #casting = new Map<string, Set<Promise<unknown>>>()

  constructor(ballots: BallotDatabase, outerKeys: OuterKeys) {
    this.#ballots = ballots
    this.#outerKeys = outerKeys
  }

  /** @throws Refusal when nothing is published, or nothing is left */
  async find(assessment: string): Promise<Door> {
    const known = this.#known.get(assessment)
    if (known) return known
    const box = await findBox(this.#ballots, assessment)
    if (!box?.signed || box.state === 'prepared' || box.state === 'shredded') {
      throw new Refusal('assessment-not-found')
    }
    const key = await this.#outerKeys.read(assessment)
    const door: Door = {
      state: box.state,
      manifest: box.signed.manifest,
      key: key && (await readyToOpen(key)),
    }
    this.#known.set(assessment, door)
    return door
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
    work: (manifest: Manifest, key: CryptoKeyPair) => Promise<Outcome>,
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
    work: (manifest: Manifest, key: CryptoKeyPair) => Promise<Outcome>,
  ): Promise<Outcome> {
    const { state, manifest, key } = await this.find(assessment)
    if (state !== 'open' || !key) throw new Refusal('survey-closed')
    return work(manifest, key)
  }

  /** Waits until everything that began while the door was open is written or has failed. */
  async settled(assessment: string): Promise<void> {
    const casting = [...(this.#casting.get(assessment) ?? [])]
    await Promise.allSettled(casting)
    this.#casting.delete(assessment)
  }
}
