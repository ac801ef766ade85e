import { setImmediate } from 'node:timers/promises'
import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import type { Organiser } from '../accounts/access.ts'
import { markReleased } from '../assessments/change-state.ts'
import type { AssessmentId, ClosedAssessment } from '../assessments/contract.ts'
import {
  closedAssessmentOf,
  everyReleasedAssessment,
} from '../assessments/find-assessment.ts'
import { countBallots, emptyBox } from '../ballot-box/keep-box.ts'
import type { Job } from '../jobs/contract.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { Refusal } from '../refusal.ts'
import { countAndDisclose } from '../tally/count-and-disclose.ts'
import type { TallyServices } from '../tally/tally-services.ts'
import { saveRelease } from './store.ts'

/** Fewer answers are never opened. */
const fewestAnswers = 10

/**
 * Counts the answers once, publishes what may be known, and destroys the answers. Works on
 * after the page is left.
 */
export async function releaseResults(
  services: TallyServices & { readonly jobs: Jobs },
  organiser: Organiser,
  id: AssessmentId,
): Promise<Job> {
  const assessment = await closedAssessmentOf(services, organiser, id)
  const counts = await countBallots(services, id)
  const answered = counts.values().reduce((sum, count) => sum + count, 0)
  if (answered < fewestAnswers) throw new Refusal('too-few-answers')

  return services.jobs.start(organiser.organization.id, async (report) => {
    report(0.2, 'counting')
    const release = await countAndDisclose(services, assessment)
    report(0.8, 'publishing')
    await setImmediate() // checking a large release took its turn
    await publish(services, organiser, assessment, release)
  })
}

/** Release and state change stand or fall together; only then are the answers destroyed. */
async function publish(
  services: TallyServices,
  organiser: Organiser,
  assessment: ClosedAssessment,
  release: Disclosed<Release>,
): Promise<void> {
  const { db, clock } = services
  await db.transaction().execute(async (transaction) => {
    await markReleased({ db: transaction, clock }, organiser, assessment)
    await saveRelease(transaction, assessment.id, release)
  })
  await emptyBox(services, assessment.id)
}

/** Destroys answers that a crash kept from being destroyed after their release. */
export async function finishReleases(services: TallyServices): Promise<void> {
  for (const { id } of await everyReleasedAssessment(services))
    await emptyBox(services, id)
}
