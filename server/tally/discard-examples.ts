import type { Organiser } from '../accounts/access.ts'
import { assessmentsOf } from '../assessments/find-assessment.ts'
import { discardAssessments } from '../assessments/plan-assessment.ts'
import { Refusal } from '../refusal.ts'
import { destroySecrets } from './shred-assessment.ts'
import type { TallyServices } from './tally-services.ts'

/** Begins the example afresh: its assessments go, and the invented answers with them. */
export async function discardExamples(
  services: TallyServices,
  organiser: Organiser,
): Promise<void> {
  if (!organiser.organization.example) throw new Refusal('organisers-only')
  for (const { id } of await assessmentsOf(services, organiser)) {
    await destroySecrets(services, id)
  }
  await discardAssessments(services, organiser)
}
