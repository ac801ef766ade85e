import { at } from '../statistics/at.ts'
import { parameters } from './parameters.ts'
import { type PrevalenceDraws, rateOf } from './prevalence.ts'
import type { CountedGroup, SurveyEvidence } from './read-release.ts'

/**
 * The rate of the most burdened group, each drawn towards the organization's.
 *
 *   π̃_g = (k_g + 10 p̂) / (n_g + 10), over groups with n_g ≥ 20
 *
 * @param rate p̂
 * @returns 0–1; 0 without groups
 */
export function highestGroupRate(groups: readonly CountedGroup[], rate: number): number {
  const { priorAnswers, leastAnswers } = parameters.equity
  return groups
    .filter(({ n }) => n >= leastAnswers)
    .map(({ k, n }) => (k + priorAnswers * rate) / (n + priorAnswers))
    .reduce((highest, one) => Math.max(highest, one), 0)
}

/**
 * The rate a need is judged by, step 2 of the method: a burden that one group carries
 * counts for more than its share of the average.
 *
 *   π^E = .75 π + .25 max(π, max_g π̃_g)
 *
 * @returns 0–1
 */
export function blendEquity(rate: number, highest: number): number {
  const { weight } = parameters.equity
  return (1 - weight) * rate + weight * Math.max(rate, highest)
}

/**
 * The groups that could be targets: notably more concerned than everybody else, and ten
 * points above the organization, or more.
 *
 * @param notable ids of the groups that differ notably
 */
export function targetCandidates(
  { groups }: SurveyEvidence,
  rate: number,
  notable: ReadonlySet<string>,
): readonly CountedGroup[] {
  const { leastAnswers } = parameters.equity
  return groups.filter(
    (group) =>
      notable.has(group.unit) &&
      group.n >= leastAnswers &&
      isTarget(rateOf(group) - rate),
  )
}

/**
 * The candidates whose need is greater among those who did not answer too:
 * P(π_g − π ≥ .10) ≥ .80.
 *
 * @returns ids
 */
export function findTargets(
  candidates: readonly CountedGroup[],
  { organization, groups }: PrevalenceDraws,
): readonly string[] {
  const { targetProbability } = parameters.equity
  return candidates
    .map(({ unit }) => unit)
    .filter((unit) => {
      const ofGroup = groups.get(unit) ?? []
      const difference = organization.map((share, draw) => at(ofGroup, draw) - share)
      const above = difference.filter(isTarget).length
      return above / difference.length >= targetProbability
    })
}

/** Ten points or more; a difference of shares that is ten points exactly counts as such. */
function isTarget(difference: number): boolean {
  return difference >= parameters.equity.targetDifference - 1e-9
}
