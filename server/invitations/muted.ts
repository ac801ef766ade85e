import type { OpenAssessment } from '../assessments/contract.ts'
import { everyAssessmentIn } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { MuteReminders } from './contract.ts'
import { invitationKey } from './invitation-keys.ts'
import type { InvitationServices } from './invitation-services.ts'
import { readMuteToken } from './mute-token.ts'
import { openSeats, sealSeats, seatsOf } from './place-set.ts'
import { findMuted, saveMuted } from './store.ts'

type Reach = Pick<InvitationServices, 'db' | 'config'>

/** What the sealed list of muted places is bound to. */
export const purposeOfMuted = (assessment: string): string => `muted ${assessment}`

/**
 * No reminders any more for whoever has this link. Asks nothing and answers the same however
 * often it is pressed; whether the person has answered plays no part and is not known here.
 */
export async function muteReminders(
  reach: Reach,
  { assessment: id, token }: MuteReminders,
): Promise<void> {
  const open = await everyAssessmentIn(reach, 'open')
  const assessment = open.find((one) => one.id === id)
  if (!assessment) throw new Refusal('mute-link-unknown')
  const seat = readMuteToken(invitationKey(reach, id, 'mute links'), token)
  if (seat === null) throw new Refusal('mute-link-unknown')
  while (!(await addMuted(reach, assessment, seat))) {
    // Somebody else muted reminders at the same moment: read what there is now.
  }
}

async function addMuted(
  reach: Reach,
  assessment: OpenAssessment,
  seat: number,
): Promise<boolean> {
  const { id, counted } = assessment
  const before = await findMuted(reach.db, id)
  const key = invitationKey(reach, id, 'stored places')
  const muted = before === undefined ? [] : openSeats(key, purposeOfMuted(id), before)
  const after = new Set([...muted, seat])
  const sealed = sealSeats(key, purposeOfMuted(id), seatsOf(counted), after)
  return saveMuted(reach.db, id, before, sealed)
}

/** The numbers of the places whose people want no reminders. */
export async function mutedSeats(
  reach: Reach,
  { id }: OpenAssessment,
): Promise<ReadonlySet<number>> {
  const sealed = await findMuted(reach.db, id)
  if (sealed === undefined) return new Set()
  return openSeats(invitationKey(reach, id, 'stored places'), purposeOfMuted(id), sealed)
}
