import type { Organiser } from '../accounts/access.ts'
import { approveAssessment } from '../assessments/approve-assessment.ts'
import type { Assessment, AssessmentId } from '../assessments/contract.ts'
import { assessmentOf } from '../assessments/find-assessment.ts'
import {
  importUnits,
  planAssessment,
  revisePlan,
} from '../assessments/plan-assessment.ts'
import { agreeToDuty } from '../assessments/read-duty.ts'
import { recordSession } from '../focus-groups/record-session.ts'
import { keepFigures } from '../indicators/keep-figures.ts'
import { previewFigures } from '../indicators/preview-figures.ts'
import type { Job } from '../jobs/contract.ts'
import type { Jobs, Report } from '../jobs/jobs.ts'
import { Refusal } from '../refusal.ts'
import { freezeAssessment } from '../registrar/freeze-assessment.ts'
import { openCollecting } from '../registrar/open-collecting.ts'
import type { Registrar } from '../registrar/registrar.ts'
import { discardExamples } from '../tally/discard-examples.ts'
import type { TallyServices } from '../tally/tally-services.ts'
import { answerForEverybody } from './answer-for-everybody.ts'
import { codeGroups } from './code-groups.ts'
import { planFor } from './example-plan.ts'
import { hrFiguresCsv } from './hr-figures.ts'
import { interviewManagers } from './interview-managers.ts'
import { makeInventedKeys, nameInvented, tryInventedKeys } from './key-holders.ts'
import { unitsCsv } from './organization.ts'
import { exampleSides } from './sides.ts'
import { exampleGroups } from './testimony.ts'

/** What filling reaches: everything that the people of an organization reach together. */
export type ExampleReach = TallyServices & { readonly registrar: Registrar }

/** The same invented organization every time, filled in the background. */
export async function startFilling(
  services: ExampleReach & { readonly jobs: Jobs },
  organiser: Organiser,
): Promise<Job> {
  if (!organiser.organization.example) throw new Refusal('organisers-only')
  return services.jobs.start(organiser.organization.id, async (report) => {
    await fillExample(services, report)
  })
}

/**
 * Runs the example up to the moment before closing: planned, approved, opened, answered by
 * invented employees through the same door as real ones, and told of by groups and managers.
 */
export async function fillExample(
  services: ExampleReach,
  report: Report,
): Promise<Assessment> {
  const sides = await exampleSides(services)
  const { organiser, employeeSide } = sides
  report(0.02, 'planning')
  await discardExamples(services, organiser)
  const planned = await planAssessment(services, organiser, 'Needs analysis')
  await revisePlan(services, organiser, planned.id, planFor(services))
  const { id } = await importUnits(services, organiser, planned.id, unitsCsv())
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
  await answerForEverybody(services, approved, (done) =>
    report(0.2 + 0.75 * done, 'answering'),
  )

  report(0.95, 'listening')
  const month = services.clock.now().toISOString().slice(0, 7)
  for (const answers of exampleGroups) {
    await recordSession(services, organiser, id, { month, answers: { ...answers } })
  }
  await codeGroups(services, organiser, id)
  await interviewManagers(services, organiser, approved)
  await bringFigures(services, organiser, id)
  return approved
}

/** Through the door that real figures take: looked at first, and kept as they were shown. */
async function bringFigures(
  services: ExampleReach,
  organiser: Organiser,
  id: AssessmentId,
): Promise<void> {
  const csv = hrFiguresCsv(services.clock.now().getUTCFullYear() - 1)
  const { outcome } = await previewFigures(services, organiser, id, csv)
  await keepFigures(services, organiser, id, { csv, outcome, checked: true })
}
