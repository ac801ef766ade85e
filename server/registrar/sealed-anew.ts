import type { AssessmentId } from '../assessments/contract.ts'
import { blobSealedAnew } from './participation/sealed-blob.ts'
import type { KeysOfRegistrar } from './registrar.ts'
import { wishesSealedAnew } from './resets/wishes.ts'
import { unitKeySealedAnew } from './unit-keys.ts'

/**
 * What the registrar keeps sealed, written anew for a copy of the office's database, so that two
 * copies do not show in which unit somebody collected, or wished to collect again, in between.
 * Each is null where its key is gone: then nobody can open it any more.
 */

/** Who collected in a unit. @throws DamagedParticipation */
export function participationAnew(
  { participationKeys }: KeysOfRegistrar,
  assessment: AssessmentId,
  unit: string,
  sealed: Uint8Array,
): Uint8Array | null {
  const key = participationKeys.read(assessment)
  return key && blobSealedAnew({ key, assessment }, unit, sealed)
}

/** What signs the ballots of a unit; empty stays empty. @throws Error when it was altered */
export function signingKeyAnew(
  { keys }: KeysOfRegistrar,
  assessment: AssessmentId,
  unit: string,
  sealed: string,
): string | null {
  if (sealed === '') return ''
  return keys.has(assessment) ? unitKeySealedAnew(keys, assessment, unit, sealed) : null
}

/** Who wishes to collect again; empty stays empty. @throws Error when it was altered */
export function wishesAnew(
  { keys }: KeysOfRegistrar,
  assessment: AssessmentId,
  unit: string,
  wishes: string,
): string | null {
  if (wishes === '') return ''
  return keys.has(assessment) ? wishesSealedAnew(keys, assessment, unit, wishes) : null
}
