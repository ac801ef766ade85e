import { at } from './at.ts'
import { sum } from './moments.ts'
import { peopleOf } from './weighting.ts'

/**
 * What weights cost.
 *
 *   n_eff = (Σ n w)² / Σ n w²,  deff = n / n_eff
 *
 * @param weights above 0
 * @param answered n of each weight; 1 for each where left out
 * @returns the number of unweighted answers that would tell as much, and the factor by
 *   which weighting enlarges variances; 1 where all weights are equal
 * @throws RangeError without weights, when one is not above 0, or when the numbers differ
 * @see Kish (1965), Survey Sampling, 11.7. Tested against R and against a survey analysed
 *   in R.
 */
export function kishEffect(
  weights: readonly number[],
  answered: readonly number[] = weights.map(() => 1),
): { readonly effectiveAnswers: number; readonly designEffect: number } {
  const people = peopleOf(weights, answered)
  const squares = sum(weights.map((weight, cell) => at(answered, cell) * weight * weight))
  const effectiveAnswers = (people * people) / squares
  return { effectiveAnswers, designEffect: sum(answered) / effectiveAnswers }
}
