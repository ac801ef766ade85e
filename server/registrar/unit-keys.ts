import { createPrivateKey, type KeyObject } from 'node:crypto'
import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import type { RegistrarKeys } from './registrar-keys.ts'
import { createUnitKey } from './sign-blinded.ts'
import { findUnitKey, listUnitKeys, removePrivateKeys, saveUnitKey } from './store.ts'

/** The keys that sign the ballots of each unit. The database holds them sealed. */
export class UnitKeys {
  readonly #db: OfficeDatabase
  readonly #keys: RegistrarKeys
  /** Reading a key takes longer than finding it here. */
  readonly #read = new Map<AssessmentId, Map<string, KeyObject>>()

  constructor(db: OfficeDatabase, keys: RegistrarKeys) {
    this.#db = db
    this.#keys = keys
  }

  /**
   * Draws a key for every unit that has none yet, two at a time, off the path of requests.
   *
   * @param report told after each key how many there are
   * @returns public keys by unit, SPKI in base64
   */
  async create(
    assessment: AssessmentId,
    units: readonly string[],
    report: (made: number) => void,
  ): Promise<ReadonlyMap<string, string>> {
    this.#keys.create(assessment)
    const known = await listUnitKeys(this.#db, assessment)
    const missing = units.filter((unit) => !known.has(unit)).values()
    let made = known.size
    const draw = async (): Promise<void> => {
      for (const unit of missing) {
        const { publicKey, privateKey } = await createUnitKey()
        const sealed = this.#keys.seal(assessment, placeOf(unit), Buffer.from(privateKey))
        await saveUnitKey(this.#db, assessment, { unit, publicKey, sealed })
        made += 1
        report(made)
      }
    }
    await Promise.all([draw(), draw()])
    return listUnitKeys(this.#db, assessment)
  }

  /** @returns null when there is no such key, or what opens it is gone */
  async find(assessment: AssessmentId, unit: string): Promise<KeyObject | null> {
    if (!this.#keys.has(assessment)) {
      this.#read.delete(assessment)
      return null
    }
    const read = this.#read.get(assessment) ?? new Map<string, KeyObject>()
    const known = read.get(unit)
    if (known) return known
    const { sealed } = (await findUnitKey(this.#db, assessment, unit)) ?? {}
    if (!sealed || !this.#keys.has(assessment)) return null
    const key = createPrivateKey(this.#keys.open(assessment, placeOf(unit), sealed))
    this.#read.set(assessment, read.set(unit, key))
    return key
  }

  /** Forgets what was read of assessments that another process has ended. */
  forgetGone(): void {
    for (const assessment of [...this.#read.keys()]) {
      if (!this.#keys.has(assessment)) this.#read.delete(assessment)
    }
  }

  /** The public key of a unit, SPKI in base64. */
  async findPublic(assessment: AssessmentId, unit: string): Promise<string | undefined> {
    return (await findUnitKey(this.#db, assessment, unit))?.publicKey
  }

  /**
   * The public keys of some units, in their order: those of a manifest go with it. Also after
   * the closing, for the count.
   *
   * @returns SPKI in base64; empty for a unit without a key
   */
  async publicKeysOf(
    assessment: AssessmentId,
    units: readonly { readonly id: string }[],
  ): Promise<readonly string[]> {
    const keys = await listUnitKeys(this.#db, assessment)
    return units.map(({ id }) => keys.get(id) ?? '')
  }

  /** Forgets what signs, whose key file is gone already. Can be repeated. */
  async remove(assessment: AssessmentId): Promise<void> {
    this.#read.delete(assessment)
    await removePrivateKeys(this.#db, assessment)
  }
}

/** A stored key, sealed anew for a copy of the database. @throws as `RegistrarKeys.open` */
export function unitKeySealedAnew(
  keys: RegistrarKeys,
  assessment: AssessmentId,
  unit: string,
  sealed: string,
): string {
  const place = placeOf(unit)
  return keys.seal(assessment, place, keys.open(assessment, place, sealed))
}

const placeOf = (unit: string): string => `unit key ${unit}`
