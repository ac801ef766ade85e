import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId, ReleasedAssessment } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import type { JobId } from '../jobs/contract.ts'
import type { Jobs, Report } from '../jobs/jobs.ts'
import type { AccessRoute } from '../orientation/contract.ts'
import { describeRoute } from '../orientation/produce-material.ts'
import { adoptProgram, decideComponent, programOf } from '../programs/decide.ts'
import { Refusal } from '../refusal.ts'
import { releaseResults } from '../results/release-results.ts'
import { closeAssessment } from '../tally/close-assessment.ts'
import type { TallyServices } from '../tally/tally-services.ts'
import { fillExample } from './fill-example.ts'
import { examplePerson } from './visit-example.ts'

type Reach = TallyServices & { readonly jobs: Jobs }

/** The provider of the example: invented, with a number nobody can reach. */
const exampleRoute: AccessRoute = {
  provider: 'Nordlys Example Care',
  phone: '0800 000 000',
  portal: 'https://help.fjord-logistics.example',
  hours: '8–20',
  sessions: 6,
  family: true,
}

/**
 * Walks the example to its end: filled, closed, counted, and everything that is recommended
 * adopted, so that its material can be made.
 */
export async function completeExample(
  services: Reach,
  report: Report,
): Promise<{ readonly organiser: Organiser; readonly assessment: ReleasedAssessment }> {
  const { id } = await fillExample(services, (done, step) => report(0.8 * done, step))
  const organiser = await examplePerson(services, 'organiser')
  if (organiser.role !== 'organiser') throw new Refusal('organisers-only')

  report(0.85, 'counting')
  await closeAssessment(services, organiser, id)
  const job = await releaseResults(services, organiser, id)
  await finished(services, organiser, job.id)

  report(0.9, 'designing')
  await adoptRecommended(services, organiser, id)
  await describeRoute(services, organiser, id, exampleRoute)
  return { organiser, assessment: await releasedAssessmentOf(services, organiser, id) }
}

async function adoptRecommended(
  services: Reach,
  organiser: Organiser,
  id: AssessmentId,
): Promise<void> {
  const { recommendations } = await programOf(services, organiser, id)
  for (const { component, tier } of recommendations) {
    if (tier !== 'recommend') continue
    await decideComponent(services, organiser, id, {
      component,
      adopted: true,
      reason: '',
    })
  }
  await adoptProgram(services, organiser, id)
}

async function finished({ jobs }: Reach, organiser: Organiser, id: JobId): Promise<void> {
  for (;;) {
    const job = jobs.find(organiser.organization.id, id)
    if (job.state === 'finished') return
    if (job.state === 'failed') throw new Error(`counting failed: ${job.code}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
