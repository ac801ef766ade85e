import { at } from './at.ts'
import { type Columns, completeRows, everyRow, rowsOf, selectRows } from './columns.ts'
import { type Estimate, estimated, refused } from './estimate.ts'
import { groupingOf, rowsByGroup } from './grouping.ts'
import { standardDeviation } from './moments.ts'
import type { OneWayAnova } from './one-way-anova.ts'

/**
 * ICC(1): the share of the variance that lies between groups; how alike people of one group
 * are.
 *
 *   (MSB − MSW) / (MSB + (n₀ − 1) MSW)
 *
 * n₀ the size that groups of unequal sizes amount to.
 *
 * @returns at most 1; below 0 where groups differ less than by chance, which is shown as 0;
 *   refused when all values are equal
 * @see Bartko (1976), Psychological Bulletin 83, 762–765; Bliese (2000) in Klein &
 *   Kozlowski, Multilevel Theory. Tested against R and against surveys analysed in R.
 */
export function icc1(anova: OneWayAnova): Estimate<'no-variation'> {
  const { between, within } = meanSquares(anova)
  const all = between + (anova.groupSize - 1) * within
  return all > 0 ? estimated((between - within) / all) : refused('no-variation')
}

/**
 * ICC(2): how reliable group means are, the groups being as large as they are.
 *
 *   (MSB − MSW) / MSB
 *
 * @returns at most 1; below 0 where groups differ less than by chance, which is shown as 0;
 *   refused when all groups have the same mean
 * @see As `icc1`.
 */
export function icc2(anova: OneWayAnova): Estimate<'no-variation-between'> {
  const { between, within } = meanSquares(anova)
  const value = (between - within) / between
  return Number.isFinite(value) ? estimated(value) : refused('no-variation-between')
}

function meanSquares({ between, within }: OneWayAnova): {
  readonly between: number
  readonly within: number
} {
  return {
    between: between.squares / between.freedom,
    within: within.squares / within.freedom,
  }
}

/** How much the people of one group agree. */
export interface GroupAgreement {
  readonly group: number
  /** people with all answers */
  readonly rows: number
  /** rwg(j), 0 (no more than by chance) to 1 (all say the same) */
  readonly agreement: Estimate<'fewer-than-two-people'>
}

/**
 * rwg(j): how far people of one group agree, compared with answers at random.
 *
 *   J(1 − s̄²/σ²) / (J(1 − s̄²/σ²) + s̄²/σ²)
 *
 * J items; s̄² the mean of their variances within the group; σ² the variance of random
 * answers. Where s̄² is greater than σ² there is no agreement: 0. With one item it is rwg.
 *
 * @param items J columns, NaN where there is no answer; people with all answers count
 * @param groups the group of each row: whole numbers of 0 or more, NaN where unknown
 * @param randomVariance σ², above 0, such as `uniformVariance(5)`
 * @returns one for each group with complete rows or without, ascending
 * @throws RangeError when σ² is anything else, when groups and items are not of equal
 *   length, or when answers are infinite
 * @see James, Demaree & Wolf (1984), Journal of Applied Psychology 69, 85–98. Tested
 *   against R and against surveys analysed in R.
 */
export function withinGroupAgreement(
  items: Columns,
  groups: ArrayLike<number>,
  randomVariance: number,
): readonly GroupAgreement[] {
  const count = rowsOf(items)
  if (groups.length !== count) {
    throw new RangeError(`expected ${count} groups, got ${groups.length}`)
  }
  if (!(randomVariance > 0 && randomVariance < Infinity)) {
    throw new RangeError(`expected a variance above 0, got ${randomVariance}`)
  }
  const grouping = groupingOf(groups)
  const complete = completeRows(items, everyRow(count))
  return rowsByGroup(grouping, complete).map((rows, place) => ({
    group: at(grouping.groups, place),
    rows: rows.length,
    agreement:
      rows.length < 2
        ? refused('fewer-than-two-people')
        : estimated(agreementOf(selectRows(items, rows), randomVariance)),
  }))
}

function agreementOf(items: readonly Float64Array[], randomVariance: number): number {
  const variances = items.map((item) => standardDeviation(item) ** 2)
  const mean = variances.reduce((sum, variance) => sum + variance / items.length, 0)
  if (!Number.isFinite(mean)) {
    throw new RangeError('expected finite answers with finite squares, got larger ones')
  }
  const noise = Math.min(1, mean / randomVariance)
  return (items.length * (1 - noise)) / (items.length * (1 - noise) + noise)
}

/**
 * σ² of answers at random where every option is as likely: (A² − 1)/12.
 *
 * @param options A, whole, 2 or more; options one unit apart
 * @throws RangeError otherwise
 * @see James, Demaree & Wolf (1984), as above.
 */
export function uniformVariance(options: number): number {
  if (!Number.isInteger(options) || options < 2) {
    throw new RangeError(`expected two options or more, got ${options}`)
  }
  return (options * options - 1) / 12
}
