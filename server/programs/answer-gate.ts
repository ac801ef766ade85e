import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { Refusal } from '../refusal.ts'
import type { AnswerGate, Program } from './contract.ts'
import { type Reach, recordDeed } from './record-deed.ts'

/**
 * Answers one of the five questions that ask whether a component may be offered at all (R9).
 * A "no" needs a reason, because it is printed.
 *
 * Whether it is acceptable to the employees is theirs to say: the employee side answers that
 * question and no other, and what it answered only it can change. Until it has, an organiser
 * may write down what a reviewer said.
 */
export async function answerGate(
  reach: Reach,
  member: Member,
  id: AssessmentId,
  { seen, ...answer }: AnswerGate,
): Promise<Program> {
  const { component, question } = answer
  return recordDeed(reach, member, id, seen, ({ gate }) => {
    if (member.role === 'employee-side' && question !== 'acceptable') {
      throw new Refusal('organisers-only')
    }
    const before = gate.find(
      (one) => one.component === component && one.question === question,
    )
    if (before?.role === 'employee-side' && member.role !== 'employee-side') {
      throw new Refusal('employee-side-answered')
    }
    if (answer.answer === 'no' && answer.reason === '') throw new Refusal('reason-needed')
    return { kind: 'gate', ...answer }
  })
}
