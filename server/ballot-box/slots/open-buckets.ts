import type { BallotDatabase } from '../../database/ballots.ts'
import type { BucketPlace, Layout } from './layout.ts'
import {
  type BucketSeal,
  DamagedBucket,
  openBucket,
  sealBucket,
} from './sealed-bucket.ts'
import type { OpenUnit } from './settle.ts'
import { type BucketRow, findBuckets, saveBuckets } from './store.ts'
import type { StoreKey } from './store-keys.ts'

/** What buckets are read and written with. */
export interface SlotReach {
  readonly db: BallotDatabase
  readonly assessment: string
  readonly layout: Layout
  readonly key: StoreKey
}

/** Buckets of an assessment while a transaction has them open. */
export class OpenBuckets {
  readonly #reach: SlotReach
  readonly #fetched = new Map<number, Uint8Array>()
  readonly #taken = new Map<number, readonly Uint8Array[]>()

  constructor(reach: SlotReach) {
    this.#reach = reach
  }

  /** Fetches buckets ahead, all at once. */
  async fetch(places: readonly BucketPlace[]): Promise<void> {
    const rows = places.map(({ row }) => row).filter((row) => !this.#fetched.has(row))
    const { db, assessment } = this.#reach
    for (const { row, sealed } of await findBuckets(db, assessment, rows)) {
      this.#fetched.set(row, sealed)
    }
  }

  /** @throws DamagedBucket when a bucket was changed from outside or is missing */
  async taken(place: BucketPlace): Promise<readonly Uint8Array[]> {
    const known = this.#taken.get(place.row)
    if (known) return known
    await this.fetch([place])
    const sealed = this.#fetched.get(place.row)
    if (!sealed) throw new DamagedBucket(this.#reach.assessment, place)
    const taken = openBucket(this.#seal(place), sealed)
    this.#taken.set(place.row, taken)
    return taken
  }

  /** The buckets of one unit, for finding and putting ballots. */
  unit(places: readonly BucketPlace[]): OpenUnit {
    const at = (index: number): BucketPlace => {
      const place = places[index]
      if (!place) throw new RangeError(`expected a bucket of the unit, got ${index}`)
      return place
    }
    return {
      places,
      placing: this.#reach.key.placing,
      taken: (index) => this.taken(at(index)),
      replace: (index, taken) => this.#taken.set(at(index).row, taken),
    }
  }

  /** @returns every bucket that is open, changed or not, each sealed anew */
  sealed(): readonly BucketRow[] {
    return this.#reach.layout.places.flatMap((place) => {
      const taken = this.#taken.get(place.row)
      return taken
        ? [{ row: place.row, sealed: sealBucket(this.#seal(place), taken) }]
        : []
    })
  }

  /** Writes every bucket that is open. */
  async save(): Promise<void> {
    const { db, assessment } = this.#reach
    await saveBuckets(db, assessment, this.sealed())
  }

  #seal(place: BucketPlace): BucketSeal {
    const { assessment, layout, key } = this.#reach
    return { assessment, place, slotBytes: layout.slotBytes, sealing: key.sealing }
  }
}
