import type { AssessmentId } from '../assessments/contract.ts'

const last = new Map<AssessmentId, Promise<unknown>>()

/**
 * Does one thing after another with an assessment: closing, laying out, counting, publishing
 * and destroying never overlap, whoever or whatever asks for them. Work that waits looks at
 * the state again when its turn comes.
 */
export function inTurn<Outcome>(
  id: AssessmentId,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const before = last.get(id) ?? Promise.resolve()
  const turn = before.then(work, work) // who asked for the one before hears of its failure
  last.set(id, turn)
  const leave = () => {
    if (last.get(id) === turn) last.delete(id)
  }
  turn.then(leave, leave)
  return turn
}
