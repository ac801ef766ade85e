import type { Member } from '../accounts/access.ts'
import { agree, mayClose } from '../assessments/agree.ts'
import { markClosed, markTooFew } from '../assessments/change-state.ts'
import type {
  Assessment,
  AssessmentId,
  ClosedAssessment,
  OpenAssessment,
} from '../assessments/contract.ts'
import { openAssessmentOf } from '../assessments/find-assessment.ts'
import { inTurn } from './in-turn.ts'
import { shredOrLater } from './shred-assessment.ts'
import type { TallyServices } from './tally-services.ts'

/** Of fewer answers nothing is ever opened. */
export const fewestAnswers = 10

/**
 * Closes the survey for good: at once from the promised last day, before it when the other
 * side agrees too. The box shuts first: an answer after the closing is none. Then goes what signs
 * ballots, and what says who collected one.
 *
 * @returns the open assessment while the other side has not agreed
 */
export async function closeAssessment(
  services: TallyServices,
  member: Member,
  id: AssessmentId,
): Promise<Assessment> {
  await openAssessmentOf(services, member, id)
  const open = await agree(services, member, id, 'close')
  const today = services.clock.now().toISOString().slice(0, 10)
  if (open.state !== 'open' || !mayClose(open, today)) return open
  return inTurn(services, id, () => close(services, open))
}

async function close(services: TallyServices, open: OpenAssessment): Promise<Assessment> {
  await services.box.close(open.id)
  const closed = await markClosed(services, open)
  await services.endCollecting(open.id)
  if (closed.state !== 'closed') return closed
  return (await giveUpWhenTooFew(services, closed)) ?? closed
}

/**
 * Ends an assessment that fewer answered than may be opened: it is given up, and everything is
 * destroyed unopened.
 *
 * @returns null when enough did answer
 */
export async function giveUpWhenTooFew(
  services: TallyServices,
  closed: ClosedAssessment,
): Promise<Assessment | null> {
  const counts = await services.box.count(closed.id)
  const answered = counts.values().reduce((sum, count) => sum + count, 0)
  if (answered >= fewestAnswers) return null
  await markTooFew(services, closed)
  return shredOrLater(services, closed.id)
}
