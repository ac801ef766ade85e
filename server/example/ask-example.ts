import { approveAssessment } from '../assessments/approve-assessment.ts'
import type { Assessment, AssessmentId } from '../assessments/contract.ts'
import { assessmentOf } from '../assessments/find-assessment.ts'
import { agreeToDuty } from '../assessments/read-duty.ts'
import type { Report } from '../jobs/jobs.ts'
import { freezeAssessment } from '../registrar/freeze-assessment.ts'
import { openCollecting } from '../registrar/open-collecting.ts'
import type { Registrar } from '../registrar/registrar.ts'
import type { TallyServices } from '../tally/tally-services.ts'
import { answerForEverybody } from './answer-for-everybody.ts'
import { makeInventedKeys, nameInvented, tryInventedKeys } from './key-holders.ts'
import type { ExampleYear } from './organization.ts'
import type { Sides } from './sides.ts'

/** What filling reaches: everything that the people of an organization reach together. */
export type ExampleReach = TallyServices & { readonly registrar: Registrar }

/** Brings a planned draft to where everybody who answers has: approved, opened, answered. */
export async function askExample(
  services: ExampleReach,
  sides: Sides,
  id: AssessmentId,
  year: ExampleYear,
  report: Report,
): Promise<Assessment> {
  const { organiser, employeeSide } = sides
  await nameInvented(services, sides, id)
  await makeInventedKeys(services, sides, id)
  for (const side of [organiser, employeeSide]) await agreeToDuty(services, side, id)
  const { revision } = await assessmentOf(services, organiser, id)
  const approved = await approveAssessment(services, employeeSide, id, revision)

  report(0.05, 'opening')
  await freezeAssessment(services, organiser, id, (done, step) =>
    report(0.05 + 0.15 * done, step),
  )
  await tryInventedKeys(services, id)
  await openCollecting(services, organiser, id)
  await answerForEverybody(services, approved, year, (done) =>
    report(0.2 + 0.75 * done, 'answering'),
  )
  return approved
}
