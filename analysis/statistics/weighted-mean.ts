import { at } from './at.ts'
import { mean, standardDeviation, sum } from './moments.ts'
import { peopleOf } from './weighting.ts'

/** A weighted mean and its standard error, in the unit of the values. */
export interface WeightedMean {
  readonly mean: number
  readonly standardError: number
}

/**
 * The mean of weighted answers, with the standard error that takes the weights as given:
 * linearised, without a finite-population correction.
 *
 *   x̄ = Σ w x / Σ w,  SE = √(n/(n − 1) · Σ (w (x − x̄))²) / Σ w
 *
 * It is the safe one. Weights made from the same answers often make the mean more certain;
 * `calibratedMean` says by how much.
 *
 * @param values one for each person who answered, at least two
 * @param weights of the same people, above 0
 * @throws RangeError otherwise
 * @see Cochran (1977), Sampling Techniques, 6.3; Lohr (2022), Sampling, 9.1. Tested against
 *   R and against a survey analysed in R.
 */
export function weightedMean(
  values: readonly number[],
  weights: readonly number[],
): WeightedMean {
  const centre = centreOf(values, weights)
  const offsets = values.map((value) => value - centre)
  return { mean: centre, standardError: errorOf(offsets, weights) }
}

/**
 * The mean of weighted answers, with the standard error that knows what the weights were
 * made from: only what the cells or margins leave unexplained is uncertain.
 *
 *   SE as in `weightedMean`, with the residuals of x − x̄ after the mean of each category
 *   has been taken out, margin after margin, until nothing more is taken out
 *
 * @param values one for each person who answered, at least two
 * @param weights of the same people, above 0
 * @param margins what the weights were made from: for each margin, the category of each
 *   person; one margin of cells for `postStratify`
 * @throws RangeError otherwise, or without a margin
 * @see Deville & Särndal (1992), Journal of the American Statistical Association 87,
 *   376–382; Lumley (2010), Complex Surveys, 7.2. Tested against a survey analysed in R.
 */
export function calibratedMean(
  values: readonly number[],
  weights: readonly number[],
  margins: readonly (readonly string[])[],
): WeightedMean {
  const centre = centreOf(values, weights)
  const groups = margins.flatMap((categories) => groupsOf(categories, values.length))
  if (groups.length === 0) throw new RangeError('expected at least one margin, got none')
  const residuals = values.map((value) => value - centre)
  const spread = residuals.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  for (let round = 0; round < mostRounds; round++) {
    const taken = groups.map((members) => takeOutMean(residuals, members))
    if (taken.every((offset) => Math.abs(offset) <= 1e-14 * spread)) break
  }
  return { mean: centre, standardError: errorOf(residuals, weights) }
}

const mostRounds = 1000

function groupsOf(
  categories: readonly string[],
  people: number,
): readonly (readonly number[])[] {
  if (categories.length !== people) {
    throw new RangeError(`expected ${people} categories, got ${categories.length}`)
  }
  return [...Map.groupBy(categories.keys(), (person) => categories[person]).values()]
}

/** @returns what was taken out */
function takeOutMean(residuals: number[], members: readonly number[]): number {
  const offset = mean(members.map((person) => at(residuals, person)))
  for (const person of members) residuals[person] = at(residuals, person) - offset
  return offset
}

function centreOf(values: readonly number[], weights: readonly number[]): number {
  if (values.length < 2 || values.length !== weights.length) {
    throw new RangeError(
      `expected two values or more and their weights, got ${values.length} and ${weights.length}`,
    )
  }
  if (!values.every(Number.isFinite)) throw new RangeError('expected finite values')
  const total = peopleOf(
    weights,
    weights.map(() => 1),
  )
  return sum(values.map((value, person) => at(weights, person) * value)) / total
}

/** @param residuals of each person, before weighting */
function errorOf(residuals: readonly number[], weights: readonly number[]): number {
  const n = weights.length
  const parts = weights.map((weight, person) => weight * at(residuals, person))
  return (Math.sqrt(n) * standardDeviation(parts)) / sum(weights)
}
