import type { AssessmentId } from '../../assessments/contract.ts'
import type { RegistrarKeys } from '../registrar-keys.ts'
import type { UnitResets } from './store.ts'

/** Sealed for each place of a unit, counted from 0, whether somebody there wishes. */
export function sealWishes(
  keys: RegistrarKeys,
  assessment: AssessmentId,
  unit: string,
  wishes: readonly boolean[],
): string {
  return keys.seal(assessment, placeOf(unit), Uint8Array.from(wishes, Number))
}

export function openWishes(
  keys: RegistrarKeys,
  assessment: AssessmentId,
  { unit, wishes }: UnitResets,
): readonly boolean[] {
  return [...keys.open(assessment, placeOf(unit), wishes)].map((wish) => wish === 1)
}

/** The same wishes, sealed anew for a copy of the database. @throws as `RegistrarKeys.open` */
export function wishesSealedAnew(
  keys: RegistrarKeys,
  assessment: AssessmentId,
  unit: string,
  wishes: string,
): string {
  const place = placeOf(unit)
  return keys.seal(assessment, place, keys.open(assessment, place, wishes))
}

/** How many of a unit may be let collect again: two in a hundred, at least one. */
export function mostResets(headcount: number): number {
  return Math.max(1, Math.floor(headcount / 50))
}

const placeOf = (unit: string): string => `wishes ${unit}`
