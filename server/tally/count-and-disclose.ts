import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import { restoreRelease } from '#analysis/disclosure/restore-release.ts'
import type { Ballot } from '#analysis/responses.ts'
import type { ClosedAssessment } from '../assessments/contract.ts'
import { frozenPlanOf } from '../assessments/publication-plan.ts'
import { openBox } from '../ballot-box/keep-box.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import type { TallyServices } from './tally-services.ts'

/** So many ballots are copied to another thread in a few milliseconds. */
const ballotsInPart = 250

/** Opens the box and counts: what comes back is what may be known, and nothing else does. */
export async function countAndDisclose(
  services: TallyServices,
  assessment: ClosedAssessment,
): Promise<Disclosed<Release>> {
  const box = await openBox(services, assessment.id)
  const plan = await frozenPlanOf(services, assessment)
  const ballots = [...box].flatMap(([unit, answers]) =>
    answers.map((each): Ballot => ({ unit, answers: each })),
  )
  const worker = new URL('./count.worker.ts', import.meta.url)
  return restoreRelease(await runOffThread(worker, plan, inParts(ballots)))
}

function* inParts(ballots: readonly Ballot[]): Generator<readonly Ballot[]> {
  for (let start = 0; start < ballots.length; start += ballotsInPart)
    yield ballots.slice(start, start + ballotsInPart)
}
