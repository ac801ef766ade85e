import { quantileOfF } from './f-distribution.ts'
import type { Interval } from './quantile.ts'

/**
 * Feldt's interval for Cronbach's α of complete rows.
 *
 *   1 − (1 − α) F₁₋ᵧ  to  1 − (1 − α) Fᵧ
 *
 * Fᵧ the quantile of F with n − 1 and (n − 1)(k − 1) degrees of freedom at γ, half of what
 * the level leaves. It holds its level for items that are normal and equally related;
 * where that is doubtful, use the bootstrap.
 *
 * @param alpha at most 1
 * @param rows n, whole, 2 or more
 * @param items k, whole, 2 or more
 * @param level share inside, such as .95
 * @returns unitless, at most 1
 * @throws RangeError otherwise
 * @see Feldt (1965), Psychometrika 30, 357–370. Tested against R and against surveys
 *   analysed in R.
 */
export function feldtInterval(
  alpha: number,
  rows: number,
  items: number,
  level = 0.95,
): Interval {
  if (!(alpha <= 1 && alpha > -Infinity)) {
    throw new RangeError(`expected α of at most 1, got ${alpha}`)
  }
  if (!Number.isInteger(rows) || rows < 2 || !Number.isInteger(items) || items < 2) {
    throw new RangeError(`expected two rows and items or more, got ${rows} and ${items}`)
  }
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`expected a level inside 0 to 1, got ${level}`)
  }
  const outside = (1 - level) / 2
  const ofPeople = rows - 1
  const ofRest = (rows - 1) * (items - 1)
  return {
    low: 1 - (1 - alpha) * quantileOfF(1 - outside, ofPeople, ofRest),
    high: 1 - (1 - alpha) * quantileOfF(outside, ofPeople, ofRest),
  }
}
