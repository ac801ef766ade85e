import { at } from '../statistics/at.ts'
import { drawNormal } from '../statistics/draws.ts'
import { type BetaPrior, drawShare, jeffreys } from '../statistics/predictive.ts'
import type { Random } from '../statistics/random.ts'
import { parameters } from './parameters.ts'
import type { Counted, CountedGroup, SurveyEvidence } from './read-release.ts'

/** Shares of people concerned, one for each draw of the simulation. */
export interface PrevalenceDraws {
  /** π of the organization */
  readonly organization: Float64Array
  /** π of the groups that were asked for */
  readonly groups: ReadonlyMap<string, Float64Array>
}

/**
 * The point value of the share of people concerned: k/n, or, where strata are known,
 * post-stratified.
 *
 *   p̂ = Σ (N_h/N)(k_h/n_h)
 *
 * @returns 0–1
 */
export function pointPrevalence({ organization, strata }: SurveyEvidence): number {
  if (strata.length === 0) return rateOf(organization)
  return weightedMean(strata, rateOf)
}

/**
 * How those who did not answer may differ in one construct, a draw each.
 *
 *   δ = σ(√ρ z₀ + √(1 − ρ) z)
 *
 * z₀ shared by all constructs, z of this one; both standard normal.
 *
 * @param shared z₀ of each draw
 * @returns logits
 */
export function drawNonresponse(
  random: Random,
  shared: Float64Array,
  sigma: number,
): Float64Array {
  const { shared: rho } = parameters.prevalence
  return shared.map(
    (z0) => sigma * (Math.sqrt(rho) * z0 + Math.sqrt(1 - rho) * drawNormal(random)),
  )
}

/**
 * Simulates the share of people concerned among all, step 1 of the method: what was
 * answered is known, the rest is predicted, δ apart.
 *
 *   π = Σ (k_h + K′_h) / N
 *
 * With one stratum the prior is ½ and ½; with several, and for groups, it is worth four
 * answers at the pooled rate (Σk + ½)/(Σn + 1).
 *
 * @param nonresponse δ of each draw
 * @param also groups to simulate beside the strata
 */
export function simulatePrevalence(
  random: Random,
  evidence: SurveyEvidence,
  nonresponse: Float64Array,
  also: readonly CountedGroup[] = [],
): PrevalenceDraws {
  const { organization, strata } = evidence
  const pooled = pooledPrior(strata.length > 0 ? strata : [organization])
  const extra = also.filter(({ unit }) =>
    strata.every((stratum) => stratum.unit !== unit),
  )
  const groups = new Map(
    [...strata, ...extra].map((group) => {
      return [group.unit, simulate(random, group, pooled, nonresponse)]
    }),
  )
  if (strata.length === 0) {
    return { organization: simulate(random, organization, jeffreys, nonresponse), groups }
  }
  const whole = nonresponse.map((_, draw) =>
    weightedMean(strata, ({ unit }) => at(groups.get(unit) ?? [], draw)),
  )
  return { organization: whole, groups }
}

export function rateOf({ k, n }: Counted): number {
  return k / n
}

function simulate(
  random: Random,
  { n, k, headcount }: Counted,
  prior: BetaPrior,
  nonresponse: Float64Array,
): Float64Array {
  const sample = { answered: n, cases: k, population: headcount }
  return nonresponse.map((shift) => drawShare(random, sample, prior, shift))
}

function pooledPrior(strata: readonly Counted[]): BetaPrior {
  const cases = strata.reduce((sum, { k }) => sum + k, 0)
  const answers = strata.reduce((sum, { n }) => sum + n, 0)
  const rate = (cases + 0.5) / (answers + 1)
  const { priorAnswers } = parameters.prevalence
  return { cases: priorAnswers * rate, others: priorAnswers * (1 - rate) }
}

/** Weighted by head count; strata have one. */
function weightedMean(
  strata: readonly CountedGroup[],
  shareOf: (stratum: CountedGroup) => number,
): number {
  const people = strata.reduce((sum, { headcount }) => sum + (headcount ?? 0), 0)
  const total = strata.reduce(
    (sum, stratum) => sum + (stratum.headcount ?? 0) * shareOf(stratum),
    0,
  )
  return total / people
}
