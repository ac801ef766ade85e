import type { AssessmentId } from '../assessments/contract.ts'
import type { Services } from '../services.ts'

/**
 * Does one thing after another with an assessment: closing, laying out, counting, publishing
 * and destroying never overlap, whoever or whatever asks for them, in whichever process. Work
 * that waits looks at the state again when its turn comes.
 */
export function inTurn<Outcome>(
  { presence }: Pick<Services, 'presence'>,
  id: AssessmentId,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  return presence.inTurn(`assessment ${id}`, work)
}
