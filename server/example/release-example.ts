import type { AssessmentId } from '../assessments/contract.ts'
import type { Report } from '../jobs/jobs.ts'
import { approveRelease } from '../results/release-results.ts'
import { closeAssessment } from '../tally/end-asking.ts'
import type { ExampleReach } from './ask-example.ts'
import { exampleSides } from './sides.ts'
import { unsealExample } from './unseal-example.ts'

/** Closes, counts and publishes an example that was answered. */
export async function releaseExample(
  services: ExampleReach,
  id: AssessmentId,
  report: Report,
): Promise<void> {
  const { organiser, employeeSide } = await exampleSides(services)
  await closeAssessment(services, organiser, id)
  await unsealExample(services, organiser, id, report)
  await approveRelease(services, organiser, id)
  await approveRelease(services, employeeSide, id)
}
