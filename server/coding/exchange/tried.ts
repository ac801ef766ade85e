import { type Problem, Refusal, type RefusalCode } from '../../refusal.ts'

/** What a thread found out, or the no it came to: a thrown no would lose its code on the way. */
export type Outcome<Found> =
  | { readonly kind: 'found'; readonly found: Found }
  | {
      readonly kind: 'refused'
      readonly code: RefusalCode
      readonly problems: readonly Problem[]
    }

/** Does something on a thread, and takes a no as an answer. */
export function tried<Found>(work: () => Found): Outcome<Found> {
  try {
    return { kind: 'found', found: work() }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { kind: 'refused', code: error.code, problems: error.problems }
  }
}

/** @throws Refusal where the thread came to one */
export function foundIn<Found>(outcome: Outcome<Found>): Found {
  if (outcome.kind === 'found') return outcome.found
  throw new Refusal(outcome.code, outcome.problems)
}
