import { at } from './at.ts'
import { type Columns, rowsOf } from './columns.ts'
import { type Estimate, estimated, refused } from './estimate.ts'

/** What the numbers of a rating mean, and so how far apart two of them are. */
export type RatingMetric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/**
 * Krippendorff's α: how far any number of raters agree beyond chance, whoever left out
 * what.
 *
 *   α = 1 − Dₒ/Dₑ
 *   Dₒ = 1/N · Σᵤ Σᵢ≠ⱼ δ(vᵢ, vⱼ)/(mᵤ − 1),  Dₑ = 1/(N(N − 1)) · Σᵢ≠ⱼ δ(vᵢ, vⱼ)
 *
 * mᵤ ratings of unit u, N of all units that have two or more; δ nominal 1 where they
 * differ, interval (v − w)², ordinal the same of their mean ranks, ratio ((v − w)/(v + w))².
 *
 * @param raters one column for each, NaN where a unit was not rated
 * @returns at most 1; 0 by chance; refused when no unit has two ratings, or when all
 *   ratings are equal
 * @throws RangeError without raters, when they are not of equal length, when ratings are
 *   infinite or too large to be squared, or negative ones on a ratio scale
 * @see Krippendorff (2019), Content Analysis, 4th ed., ch. 12; Krippendorff (2011),
 *   Computing Krippendorff's Alpha-Reliability. Tested against R and against the published
 *   values.
 */
export function krippendorffsAlpha(
  raters: Columns,
  metric: RatingMetric,
): Estimate<'no-unit-with-two-ratings' | 'ratings-do-not-vary'> {
  const units = pairableUnits(raters)
  if (units.length === 0) return refused('no-unit-with-two-ratings')
  const scale = scaleOf(units.flat(), metric)
  const placed = units.map((unit) => unit.map(scale.place))
  const ratings = placed.flat()
  const byChance = differences(ratings, scale.distance)
  if (byChance === 0) return refused('ratings-do-not-vary')
  if (!Number.isFinite(byChance)) {
    throw new RangeError('expected finite ratings with finite squares, got larger ones')
  }

  const within = placed.reduce(
    (sum, unit) => sum + differences(unit, scale.distance) / (unit.length - 1),
    0,
  )
  return estimated(1 - ((ratings.length - 1) * within) / byChance)
}

/** The ratings of each unit that has two or more. */
function pairableUnits(raters: Columns): readonly (readonly number[])[] {
  return Array.from({ length: rowsOf(raters) }, (_, unit) =>
    raters.map((rater) => at(rater, unit)).filter((rating) => !Number.isNaN(rating)),
  ).filter((ratings) => ratings.length >= 2)
}

/** δ, between places that stand for the ratings. */
interface Scale {
  readonly place: (rating: number) => number
  readonly distance: (a: number, b: number) => number
}

function scaleOf(ratings: readonly number[], metric: RatingMetric): Scale {
  const wrong = ratings.find(
    (rating) => !Number.isFinite(rating) || (metric === 'ratio' && rating < 0),
  )
  if (wrong !== undefined) {
    throw new RangeError(`expected finite ratings of a ${metric} scale, got ${wrong}`)
  }
  const same = (rating: number): number => rating
  const squared = (a: number, b: number): number => (a - b) ** 2
  switch (metric) {
    case 'nominal':
      return { place: same, distance: (a, b) => (a === b ? 0 : 1) }
    case 'ordinal':
      return { place: meanRanks(ratings), distance: squared }
    case 'interval':
      return { place: same, distance: squared }
    case 'ratio':
      return { place: same, distance: (a, b) => (a === b ? 0 : ((a - b) / (a + b)) ** 2) }
  }
}

/** The mean rank of equal ratings, counted from 0. */
function meanRanks(ratings: readonly number[]): (rating: number) => number {
  const ranks = new Map<number, number>()
  let before = 0
  for (const [rating, count] of countsOf(ratings)) {
    ranks.set(rating, before + (count - 1) / 2)
    before += count
  }
  return (rating) => ranks.get(rating) ?? 0
}

/** Σᵢ≠ⱼ δ(vᵢ, vⱼ), equal values taken together. */
function differences(
  values: readonly number[],
  distance: (a: number, b: number) => number,
): number {
  const counts = countsOf(values)
  let sum = 0
  counts.forEach(([a, count], i) => {
    for (const [b, others] of counts.slice(i + 1)) {
      sum += 2 * count * others * distance(a, b)
    }
  })
  return sum
}

/** How often each value occurs, ascending. */
function countsOf(values: readonly number[]): readonly (readonly [number, number])[] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a - b)
}
