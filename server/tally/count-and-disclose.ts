import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import type { PublicationPlan } from '#analysis/disclosure/publication-plan.ts'
import { restoreRelease } from '#analysis/disclosure/restore-release.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import type { ClosedAssessment } from '../assessments/contract.ts'
import { frozenPlanOf } from '../assessments/publication-plan.ts'
import { openBox } from '../ballot-box/keep-box.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import type { TallyServices } from './tally-services.ts'

export interface ToCount {
  readonly plan: PublicationPlan
  readonly answers: readonly { readonly unit: string; readonly answers: Answers }[]
}

/** Opens the box and counts: what comes back is what may be known, and nothing else does. */
export async function countAndDisclose(
  services: TallyServices,
  assessment: ClosedAssessment,
): Promise<Disclosed<Release>> {
  const box = await openBox(services, assessment.id)
  const input: ToCount = {
    plan: await frozenPlanOf(services, assessment),
    answers: [...box].flatMap(([unit, answers]) =>
      answers.map((each) => ({ unit, answers: each })),
    ),
  }
  return restoreRelease(
    await runOffThread(new URL('./count.worker.ts', import.meta.url), input),
  )
}
