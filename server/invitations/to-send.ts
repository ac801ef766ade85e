import type { OpenAssessment } from '../assessments/contract.ts'
import { invitationKey } from './invitation-keys.ts'
import type { InvitationServices } from './invitation-services.ts'
import { openSeats, sealSeats, seatsOf } from './place-set.ts'

type Reach = Pick<InvitationServices, 'config'>

/** Who is left to be written to, as it is stored. */
export function sealToSend(
  reach: Reach,
  { id, counted }: OpenAssessment,
  seats: Iterable<number>,
): string {
  const key = invitationKey(reach, id, 'stored places')
  return sealSeats(key, purposeOfToSend(id), seatsOf(counted), new Set(seats))
}

export function openToSend(
  reach: Reach,
  { id }: OpenAssessment,
  sealed: string,
): ReadonlySet<number> {
  return openSeats(invitationKey(reach, id, 'stored places'), purposeOfToSend(id), sealed)
}

/** What the sealed list of places still to be written to is bound to. */
export const purposeOfToSend = (assessment: string): string => `to send ${assessment}`
