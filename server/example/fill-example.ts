import type { Organiser } from '../accounts/access.ts'
import type { Assessment, AssessmentId } from '../assessments/contract.ts'
import {
  importUnits,
  planAssessment,
  revisePlan,
} from '../assessments/plan-assessment.ts'
import { recordSession } from '../focus-groups/record-session.ts'
import { keepFigures } from '../indicators/keep-figures.ts'
import { previewFigures } from '../indicators/preview-figures.ts'
import type { Job } from '../jobs/contract.ts'
import type { Jobs, Report } from '../jobs/jobs.ts'
import { Refusal } from '../refusal.ts'
import { discardExamples } from '../tally/discard-examples.ts'
import { askExample, type ExampleReach } from './ask-example.ts'
import { codeGroups } from './code-groups.ts'
import { planFor } from './example-plan.ts'
import { hrFiguresCsv } from './hr-figures.ts'
import { interviewManagers } from './interview-managers.ts'
import { firstYear, unitsCsv } from './organization.ts'
import { exampleSides } from './sides.ts'
import { exampleGroups } from './testimony.ts'

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
  const { organiser } = sides
  report(0.02, 'planning')
  await discardExamples(services, organiser)
  const planned = await planAssessment(services, organiser, 'Needs analysis')
  await revisePlan(services, organiser, planned.id, planFor(services))
  const { id } = await importUnits(services, organiser, planned.id, unitsCsv(firstYear))
  const approved = await askExample(services, sides, id, firstYear, report)

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
