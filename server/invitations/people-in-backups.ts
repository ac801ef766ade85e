import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
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

/** @param purpose what the text is; it opens as that and nothing else. @returns base64 */
export function hidden(key: Uint8Array, purpose: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(purpose))
  const sealed = [nonce, cipher.update(padded(text)), cipher.final(), cipher.getAuthTag()]
  return Buffer.concat(sealed).toString('base64')
}

/** @throws Error when it was altered, or stands in the place of another */
export function shownAgain(key: Uint8Array, purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(bytes.subarray(-16))
  const text = [decipher.update(bytes.subarray(12, -16)), decipher.final()]
  return Buffer.concat(text).toString().trimEnd()
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

/** A length says less of a name when it comes in steps. */
function padded(text: string): Buffer {
  const bytes = Buffer.from(text)
  return Buffer.concat([bytes, Buffer.alloc(32 - (bytes.length % 32), ' ')])
}
