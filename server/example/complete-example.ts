import type { ComponentId } from '#analysis/recommendation/components.ts'
import { sampleTotals } from '#analysis/review/sample-totals.ts'
import { locales } from '#surveys/locale.ts'
import type { Organiser } from '../accounts/access.ts'
import { keepTotals } from '../annual-reports/keep-report.ts'
import { previewTotals } from '../annual-reports/look-at-totals.ts'
import type { AssessmentId, ReleasedAssessment } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import type { Jobs, Report } from '../jobs/jobs.ts'
import { describeProgram, publishMaterial } from '../orientation/describe-program.ts'
import {
  adoptProgram,
  componentsIn,
  decideComponent,
  programOf,
} from '../programs/decide.ts'
import type { ExampleReach } from './ask-example.ts'
import { exampleFacts } from './example-facts.ts'
import { planExampleSessions } from './example-sessions.ts'
import { fillExample } from './fill-example.ts'
import { releaseExample } from './release-example.ts'
import { examplePerson } from './visit-example.ts'

type Reach = ExampleReach & { readonly jobs: Jobs }

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

  report(0.85, 'counting')
  await releaseExample(services, id, (done, step) => report(0.85 + 0.04 * done, step))

  report(0.9, 'designing')
  await adoptRecommended(services, organiser, id)
  const components = await adoptedComponents(services, organiser, id)
  await describeProgram(services, organiser, id, { facts: exampleFacts(components) })
  await publishMaterial(services, organiser, id, locales)
  await reportYear(services, organiser, id)
  await planExampleSessions(services, organiser, id)
  return { organiser, assessment: await releasedAssessmentOf(services, organiser, id) }
}

/** Through the door that real totals take: looked at first, and kept as they were shown. */
async function reportYear(
  services: Reach,
  organiser: Organiser,
  id: AssessmentId,
): Promise<void> {
  const today = services.clock.now().toISOString().slice(0, 10)
  const told = { values: sampleTotals(today) }
  const { outcome } = await previewTotals(services, organiser, id, told)
  await keepTotals(services, organiser, id, { told, outcome })
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
      choice: { verdict: 'adopt', reason: '' },
    })
  }
  await adoptProgram(services, organiser, id, {})
}

async function adoptedComponents(
  services: Reach,
  organiser: Organiser,
  id: AssessmentId,
): Promise<readonly ComponentId[]> {
  const program = await programOf(services, organiser, id)
  return componentsIn(program).map(({ component }) => component)
}
