import type { GroupCommit } from '../../database/group-commit.ts'
import type { OfficeDatabase } from '../../database/office.ts'
import type { Binding, BindingOutcome } from './binding.ts'
import type { ParticipationKeys } from './participation-keys.ts'
import type { UnitPlaces } from './store.ts'

/** Where it is kept who collected: the database, the keys outside it, and who waits to write. */
export interface ParticipationStore {
  readonly db: OfficeDatabase
  readonly keys: ParticipationKeys
  /** by assessment */
  readonly binding: Map<string, GroupCommit<Binding, BindingOutcome>>
  /** by assessment, then by id; units never change */
  readonly units: Map<string, ReadonlyMap<string, UnitPlaces>>
}

export function openParticipation(
  db: OfficeDatabase,
  keys: ParticipationKeys,
): ParticipationStore {
  return { db, keys, binding: new Map(), units: new Map() }
}
