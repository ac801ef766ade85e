import { at } from './at.ts'
import { type Estimate, estimated, type Refused, refused } from './estimate.ts'
import { upperShareOfF } from './f-distribution.ts'
import { type Grouping, groupingOf } from './grouping.ts'

/** How values vary between groups and within them. */
export interface OneWayAnova {
  readonly kind: 'anova'
  /** J, how many groups have values; 2 or more */
  readonly groups: number
  /** N, how many values; more than J */
  readonly values: number
  /** Σnⱼ(x̄ⱼ − x̄)² with J − 1 degrees of freedom */
  readonly between: Variation
  /** ΣΣ(x − x̄ⱼ)² with N − J degrees of freedom */
  readonly within: Variation
  /** n₀ = (N − Σn²ⱼ/N)/(J − 1), the size that groups of unequal sizes amount to */
  readonly groupSize: number
}

export interface Variation {
  /** in the squared unit of the values, 0 or more */
  readonly squares: number
  readonly freedom: number
}

/**
 * One-way analysis of variance.
 *
 * @param values NaN where missing
 * @param groups the group of each value: whole numbers of 0 or more, NaN where unknown
 * @returns refused with fewer than two groups, or when no group has two values
 * @throws RangeError when values and groups are not of equal length, when a group is
 *   anything else, or when values are infinite or too large to be squared
 * @see Fisher (1925), Statistical Methods for Research Workers, ch. 7. Tested against R and
 *   against surveys analysed in R.
 */
export function oneWayAnova(
  values: ArrayLike<number>,
  groups: ArrayLike<number>,
): OneWayAnova | Refused<'fewer-than-two-groups' | 'no-group-with-two-values'> {
  if (values.length !== groups.length) {
    throw new RangeError(`expected ${values.length} groups, got ${groups.length}`)
  }
  const { counts, sums, squares, places, shift } = totalsOf(values, groupingOf(groups))
  const sizes = counts.filter((count) => count > 0)
  const total = sum(sizes)
  if (sizes.length < 2) return refused('fewer-than-two-groups')
  if (total === sizes.length) return refused('no-group-with-two-values')
  if (!Number.isFinite(squares)) {
    throw new RangeError(`expected values with finite squares, got Σx² = ${squares}`)
  }

  const means = sums.map((one, place) => one / Math.max(1, at(counts, place)))
  const centre = sum(sums) / total
  const between = sum(means.map((mean, j) => at(counts, j) * (mean - centre) ** 2))
  const within = squaresWithin(values, places, means, shift)
  // Where nothing varies, means that do not come out even leave this much of it.
  const clear = (found: number): number => (found <= 1e-24 * squares ? 0 : found)
  return {
    kind: 'anova',
    groups: sizes.length,
    values: total,
    between: { squares: clear(between), freedom: sizes.length - 1 },
    within: { squares: clear(within), freedom: total - sizes.length },
    groupSize:
      (total - sum(sizes.map((size) => size * size)) / total) / (sizes.length - 1),
  }
}

/** Sums of values less the first one, so that a large mean costs no digits. */
interface Totals {
  readonly places: Int32Array
  readonly shift: number
  /** nⱼ */
  readonly counts: Float64Array
  /** Σx of each group */
  readonly sums: Float64Array
  /** Σx² of all */
  readonly squares: number
}

function totalsOf(values: ArrayLike<number>, { groups, places }: Grouping): Totals {
  const counts = new Float64Array(groups.length)
  const sums = new Float64Array(groups.length)
  let shift = Number.NaN
  let squares = 0
  for (let row = 0; row < places.length; row++) {
    const place = places[row] ?? -1
    const value = at(values, row)
    if (place < 0 || Number.isNaN(value)) continue
    if (Number.isNaN(shift)) shift = value
    counts[place] = at(counts, place) + 1
    sums[place] = at(sums, place) + (value - shift)
    squares += (value - shift) ** 2
  }
  return { places, shift, counts, sums, squares }
}

function squaresWithin(
  values: ArrayLike<number>,
  places: Int32Array,
  means: Float64Array,
  shift: number,
): number {
  let squares = 0
  for (let row = 0; row < places.length; row++) {
    const place = places[row] ?? -1
    const value = at(values, row) - shift
    if (place >= 0 && !Number.isNaN(value)) squares += (value - at(means, place)) ** 2
  }
  return squares
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}

/** An F test. */
export interface FTest {
  readonly kind: 'f-test'
  /** F, 0 or more */
  readonly f: number
  /** chance of such an F or a greater one where no group differs, 0 to 1 */
  readonly p: number
}

/**
 * F = MSB / MSW: whether groups differ at all.
 *
 * @returns refused when nothing varies within groups
 * @see As `oneWayAnova`.
 */
export function fTest({
  between,
  within,
}: OneWayAnova): FTest | Refused<'no-variation-within'> {
  const f = between.squares / between.freedom / (within.squares / within.freedom)
  if (!Number.isFinite(f)) return refused('no-variation-within')
  return { kind: 'f-test', f, p: upperShareOfF(f, between.freedom, within.freedom) }
}

/**
 * η² = SSB / (SSB + SSW): the share of variance that lies between groups, in these people.
 *
 * @returns 0 to 1; refused when all values are equal
 * @see Fisher (1925), as above. Tested against R and against surveys analysed in R.
 */
export function etaSquared({ between, within }: OneWayAnova): Estimate<'no-variation'> {
  const all = between.squares + within.squares
  return all > 0 ? estimated(between.squares / all) : refused('no-variation')
}

/**
 * ω² = (SSB − (J − 1) MSW) / (SSB + SSW + MSW): the same for all people, without what
 * chance adds.
 *
 * @returns at most 1, below 0 where groups differ less than by chance; refused when all
 *   values are equal
 * @see Hays (1963), Statistics for Psychologists. Tested against R and against surveys
 *   analysed in R.
 */
export function omegaSquared({ between, within }: OneWayAnova): Estimate<'no-variation'> {
  const all = between.squares + within.squares
  if (all === 0) return refused('no-variation')
  const meanWithin = within.squares / within.freedom
  return estimated((between.squares - between.freedom * meanWithin) / (all + meanWithin))
}
