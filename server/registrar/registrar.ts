import { join } from 'node:path'
import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import {
  openParticipation,
  type ParticipationStore,
} from './participation/open-participation.ts'
import { ParticipationKeys } from './participation/participation-keys.ts'
import { RegistrarKeys } from './registrar-keys.ts'
import { UnitKeys } from './unit-keys.ts'

/** What the registrar keeps under keys that lie outside the office's database. */
export interface Registrar {
  readonly keys: RegistrarKeys
  /** what signs ballots */
  readonly unitKeys: UnitKeys
  /** who collected one */
  readonly participation: ParticipationStore
  /** where collecting has stopped, since the database was put back from an earlier copy */
  readonly stopped: Set<AssessmentId>
}

/** @param dataFolder of the office */
export function openRegistrar(db: OfficeDatabase, dataFolder: string): Registrar {
  const { keys, participationKeys } = keysOfRegistrar(dataFolder)
  return {
    keys,
    unitKeys: new UnitKeys(db, keys),
    participation: openParticipation(db, participationKeys),
    stopped: new Set(),
  }
}

/** The key files of the registrar. Makes none. */
export interface KeysOfRegistrar {
  readonly keys: RegistrarKeys
  readonly participationKeys: ParticipationKeys
}

/** @param dataFolder of the office */
export function keysOfRegistrar(dataFolder: string): KeysOfRegistrar {
  const folder = join(dataFolder, 'keys', 'registrar')
  return {
    keys: new RegistrarKeys(folder),
    participationKeys: new ParticipationKeys(folder),
  }
}
