import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { openAssessmentOf } from '../assessments/find-assessment.ts'
import { PostUnavailable } from '../post.ts'
import { Refusal } from '../refusal.ts'
import { drawCode, keepCodes } from '../registrar/issue-codes.ts'
import type { InvitationServices } from './invitation-services.ts'
import { mailPeople, unitsToInvite } from './invited-units.ts'
import { refuseWhileSending } from './refuse-while-sending.ts'
import { letterWriter } from './write-letter.ts'

/**
 * Sends somebody who lost it a new invitation. The earlier one stops working; what they have
 * collected with it stays theirs, because it is bound to the place.
 */
export async function inviteAgain(
  services: InvitationServices,
  organiser: Organiser,
  id: AssessmentId,
  address: string,
): Promise<void> {
  const { db, clock, post } = services
  const assessment = await openAssessmentOf(services, organiser, id)
  await refuseWhileSending(db, id)
  const units = await unitsToInvite(db, assessment)
  const invitee = units
    .flatMap(mailPeople)
    .find(({ email }) => email === address.toLowerCase())
  if (!invitee) throw new Refusal('not-on-list')

  const round = { kind: 'invitation', dated: clock.now().toISOString() } as const
  const code = drawCode(invitee)
  const write = letterWriter(services, assessment, round, units)
  const outcome = await post.send(write(invitee, code)).catch(sayWhy)
  await post.rest()
  if (outcome === 'refused') throw new Refusal('mail-not-sent')
  await keepCodes(db, id, [code])
}

function sayWhy(error: unknown): never {
  throw error instanceof PostUnavailable ? new Refusal('mail-not-sent') : error
}
