import type { OfficeDatabase } from '../../database/office.ts'
import type { ParticipationStore } from './open-participation.ts'
import type { ParticipationKey } from './participation-keys.ts'
import { type BlobSeal, DamagedParticipation, openBlob, sealBlob } from './sealed-blob.ts'
import { findBlobs, findUnits, saveBlobs, type UnitPlaces } from './store.ts'

/** The participation of an assessment was never begun, or was destroyed. */
export class NoParticipation extends Error {
  override readonly name = 'NoParticipation'
}

/** What blobs are read and written with. */
export interface ParticipationReach {
  readonly db: OfficeDatabase
  readonly assessment: string
  readonly units: ReadonlyMap<string, UnitPlaces>
  readonly key: ParticipationKey
}

/** @throws NoParticipation when blobs or their key are not there */
export async function reachParticipation(
  { keys, units }: ParticipationStore,
  db: OfficeDatabase,
  assessment: string,
): Promise<ParticipationReach> {
  const key = keys.read(assessment)
  if (!key) throw new NoParticipation('an assessment has no participation')
  const found = units.get(assessment) ?? byId(await findUnits(db, assessment))
  if (!found) throw new NoParticipation('an assessment has no participation')
  units.set(assessment, found)
  return { db, assessment, units: found, key }
}

function byId(
  units: readonly UnitPlaces[] | undefined,
): ReadonlyMap<string, UnitPlaces> | undefined {
  return units && new Map(units.map((unit) => [unit.id, unit]))
}

/** Blobs of an assessment while a transaction has them open. */
export class OpenBlobs {
  readonly #reach: ParticipationReach
  readonly #fetched = new Map<string, Uint8Array>()
  readonly #marks = new Map<string, Uint8Array[]>()

  constructor(reach: ParticipationReach) {
    this.#reach = reach
  }

  /** Fetches blobs ahead, all at once. */
  async fetch(units: readonly UnitPlaces[]): Promise<void> {
    const ids = units.map(({ id }) => id).filter((id) => !this.#fetched.has(id))
    const { db, assessment } = this.#reach
    for (const [id, sealed] of await findBlobs(db, assessment, ids)) {
      this.#fetched.set(id, sealed)
    }
  }

  /**
   * @returns the marks of a unit, to be read and changed
   * @throws DamagedParticipation when its blob was changed from outside or is missing
   */
  async marks(unit: UnitPlaces): Promise<Uint8Array[]> {
    const known = this.#marks.get(unit.id)
    if (known) return known
    await this.fetch([unit])
    const sealed = this.#fetched.get(unit.id)
    if (!sealed) throw new DamagedParticipation(this.#reach.assessment, unit.id)
    const marks = [...openBlob(this.seal(unit), sealed)]
    this.#marks.set(unit.id, marks)
    return marks
  }

  seal(unit: UnitPlaces): BlobSeal {
    const { key, assessment } = this.#reach
    return { key, assessment, unit }
  }

  /** Writes every blob that is open, changed or not, each sealed anew. */
  async save(): Promise<void> {
    const { db, assessment, units } = this.#reach
    const sealed = [...units.values()].flatMap((unit) => {
      const marks = this.#marks.get(unit.id)
      return marks ? [[unit.id, sealBlob(this.seal(unit), marks)] as const] : []
    })
    await saveBlobs(db, assessment, new Map(sealed))
  }
}
