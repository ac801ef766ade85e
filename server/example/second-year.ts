import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { importUnits, revisePlan } from '../assessments/plan-assessment.ts'
import { actionsOf, sayDone } from '../follow-up/record-action.ts'
import type { Job } from '../jobs/contract.ts'
import type { Jobs, Report } from '../jobs/jobs.ts'
import { Refusal } from '../refusal.ts'
import { sayOfUnit } from '../waves/pair-units.ts'
import { nextWaveOf, planNext } from '../waves/plan-next.ts'
import { askExample, type ExampleReach } from './ask-example.ts'
import { planFor } from './example-plan.ts'
import { unitsCsv } from './organization.ts'
import { releaseExample } from './release-example.ts'
import { exampleSides } from './sides.ts'
import { yearAfter } from './year-after.ts'

/** Lets a year pass in the example, in the background. */
export async function startSecondYear(
  services: ExampleReach & { readonly jobs: Jobs },
  organiser: Organiser,
  id: AssessmentId,
): Promise<Job> {
  if (!organiser.organization.example) throw new Refusal('organisers-only')
  await releasedAssessmentOf(services, organiser, id)
  const { followedBy } = await nextWaveOf(services, organiser, id)
  if (followedBy) throw new Refusal('followed-already')
  return services.jobs.start(organiser.organization.id, async (report) => {
    await secondYear(services, id, report)
  })
}

/**
 * The second wave of the example, on the way of real ones: planned after the first, answered
 * by the company's people a year later, counted and published. Only when somebody asks.
 *
 * @returns the id of the second wave
 */
export async function secondYear(
  services: ExampleReach,
  first: AssessmentId,
  report: Report,
): Promise<AssessmentId> {
  const sides = await exampleSides(services)
  const { organiser } = sides
  report(0.02, 'planning')
  await sayWhatWasDone(services, organiser, first)
  const name = 'A year later'
  const { id } = await planNext(services, organiser, first, { name, knowing: true })
  await revisePlan(services, organiser, id, { ...planFor(services), name })
  await importUnits(services, organiser, id, unitsCsv(yearAfter))
  await sayOfUnit(services, organiser, id, {
    unit: 'it-and-data',
    same: { kind: 'unit', unit: 'it' },
  })
  await askExample(services, sides, id, yearAfter, (done, step) =>
    report(0.85 * done, step),
  )
  await releaseExample(services, id, (done, step) => report(0.85 + 0.15 * done, step))
  return id
}

/** Most of the program was carried out; the last of it reached nobody for fourteen months. */
async function sayWhatWasDone(
  services: ExampleReach,
  organiser: Organiser,
  id: AssessmentId,
): Promise<void> {
  const { components } = await actionsOf(services, organiser, id)
  const since = monthBefore(services.clock.now(), 14)
  const last = components.at(-1)?.component
  for (const { component } of components.slice(0, -2)) {
    await sayDone(services, organiser, id, {
      component,
      done: 'done',
      since,
      reach: 'people',
      reason: '',
    })
  }
  if (!last) return
  await sayDone(services, organiser, id, {
    component: last,
    done: 'partly',
    since,
    reach: 'nobody',
    reason: 'Set up, but nobody was told of it outside the offices.',
  })
}

function monthBefore(now: Date, months: number): string {
  const then = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)
  return new Date(then).toISOString().slice(0, 7)
}
