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
  return sealSeats(key, purposeFor(id), seatsOf(counted), new Set(seats))
}

export function openToSend(
  reach: Reach,
  { id }: OpenAssessment,
  sealed: string,
): ReadonlySet<number> {
  return openSeats(invitationKey(reach, id, 'stored places'), purposeFor(id), sealed)
}

const purposeFor = (assessment: string): string => `to send ${assessment}`
