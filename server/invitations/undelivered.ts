import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { openAssessmentOf } from '../assessments/find-assessment.ts'
import type { InvitationServices } from './invitation-services.ts'

/** Addresses of the last batch that the mail server would not take, until the server stops. */
export async function undeliveredOf(
  services: Pick<InvitationServices, 'db' | 'mailroom'>,
  organiser: Organiser,
  id: AssessmentId,
): Promise<{ readonly addresses: readonly string[] }> {
  await openAssessmentOf(services, organiser, id)
  return { addresses: services.mailroom.returnedOf(id) }
}
