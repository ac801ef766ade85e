import type { AssessmentId } from '../assessments/contract.ts'
import { anyAssessment, everyAssessmentIn } from '../assessments/find-assessment.ts'
import { countWhenReady } from './count-once.ts'
import { giveUpWhenTooFew } from './end-asking.ts'
import { inTurn } from './in-turn.ts'
import { shredAssessment } from './shred-assessment.ts'
import { findUnsealing } from './store.ts'
import { eraseTallyKey } from './tally-keys.ts'
import type { TallyServices } from './tally-services.ts'

/**
 * Ends what a crash, or a ballot box out of reach, left half done: destroys after a release or
 * an end, gives up what too few answered, counts what was delivered whole. Called at every start
 * and as often as one likes.
 */
export async function finishCustody(services: TallyServices): Promise<void> {
  for (const state of ['released', 'aborted'] as const) {
    for (const { id } of await everyAssessmentIn(services, state)) {
      await inTurn(services, id, () => shredAssessment(services, id))
    }
  }
  for (const { id } of await everyAssessmentIn(services, 'tallied')) {
    eraseTallyKey(services.config, id)
  }
  for (const { id } of await everyAssessmentIn(services, 'closed')) {
    await inTurn(services, id, () => finishClosing(services, id))
  }
  for (const { id } of await everyAssessmentIn(services, 'unsealing')) {
    const unsealing = await findUnsealing(services.db, id)
    if (unsealing && !unsealing.stoppedFor) await countWhenReady(services, id)
  }
}

/** Counting a large box takes a while: once by each process is enough. */
const seenClosed = new Set<AssessmentId>()

async function finishClosing(services: TallyServices, id: AssessmentId): Promise<void> {
  const closed = await anyAssessment(services, id)
  if (closed.state !== 'closed' || seenClosed.has(id)) return
  await services.endCollecting(id)
  await giveUpWhenTooFew(services, closed)
  seenClosed.add(id)
}
