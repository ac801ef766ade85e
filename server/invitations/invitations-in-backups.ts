import type { AssessmentId } from '../assessments/contract.ts'
import { hasInvitationKey, invitationKey } from './invitation-keys.ts'
import type { InvitationServices } from './invitation-services.ts'
import { purposeOfMuted } from './muted.ts'
import { seatsSealedAnew } from './place-set.ts'
import { purposeOfToSend } from './to-send.ts'

/**
 * What of the invitations goes into a copy of the database. Names and addresses are readable
 * where they are used and encrypted in copies, so that at the closing, when their key is
 * destroyed, no old copy has them any more.
 */

interface Reach {
  readonly config: Pick<InvitationServices['config'], 'dataFolder'>
}

/** What names and addresses of an assessment are encrypted with in copies; made where missing. */
export function keyForCopies(reach: Reach, assessment: AssessmentId): Uint8Array {
  return invitationKey(reach, assessment, 'people in backups')
}

/** @returns null where it is gone, and with it every name in every copy */
export function findKeyForCopies(
  reach: Reach,
  assessment: AssessmentId,
): Uint8Array | null {
  return hasInvitationKey(reach, assessment) ? keyForCopies(reach, assessment) : null
}

/** Who wants no reminders, sealed anew; null where the key is gone. */
export function mutedAnew(
  reach: Reach,
  assessment: AssessmentId,
  sealed: string,
): string | null {
  return setAnew(reach, assessment, purposeOfMuted(assessment), sealed)
}

/** Who is still to be written to, sealed anew; null where the key is gone. */
export function toSendAnew(
  reach: Reach,
  assessment: AssessmentId,
  sealed: string,
): string | null {
  return setAnew(reach, assessment, purposeOfToSend(assessment), sealed)
}

function setAnew(
  reach: Reach,
  assessment: AssessmentId,
  purpose: string,
  sealed: string,
): string | null {
  if (!hasInvitationKey(reach, assessment)) return null
  const key = invitationKey(reach, assessment, 'stored places')
  return seatsSealedAnew(key, purpose, sealed)
}
