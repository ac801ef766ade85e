import type { OpenAssessment } from '../assessments/contract.ts'
import type { RoundKind } from './contract.ts'
import type { InvitationServices } from './invitation-services.ts'
import { mailPeople, unitsToInvite } from './invited-units.ts'
import type { Invitee } from './merge-list.ts'
import { mutedSeats } from './muted.ts'
import { seatsOf } from './place-set.ts'

type Reach = Pick<InvitationServices, 'db' | 'config'>

/**
 * Who gets the mail of a batch. An invitation goes to everybody who has had none. A reminder
 * goes to everybody who does not mind reminders: the list cannot depend on who has answered,
 * because nothing that knows it is read here.
 */
export async function recipientsOf(
  reach: Reach,
  assessment: OpenAssessment,
  kind: RoundKind,
): Promise<readonly Invitee[]> {
  const units = await unitsToInvite(reach.db, assessment)
  if (kind === 'invitation') {
    return units.flatMap((one) =>
      mailPeople(one).filter(({ place }) => !one.withCode.has(place)),
    )
  }
  const seats = seatsOf(assessment.counted)
  const muted = await mutedSeats(reach, assessment)
  return units
    .flatMap(mailPeople)
    .filter((invitee) => !muted.has(seats.numberOf(invitee)))
}
