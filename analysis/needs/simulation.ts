import type { ConstructId } from '#surveys/constructs.ts'
import { at } from '../statistics/at.ts'
import { drawBeta, drawDirichlet, drawNormal } from '../statistics/draws.ts'
import { type Random, seededRandom } from '../statistics/random.ts'
import { blendEquity } from './equity.ts'
import { type Parameters, standardParameters } from './method-parameters.ts'
import { pool, type Qualities } from './pooling.ts'
import type { Counted } from './read-release.ts'
import { seriousness, surveyNeed } from './seriousness.ts'
import type { Validation } from './validation.ts'

/** How the analysis is repeated: as often as asked, and the same for the same seed. */
export interface NeedSettings {
  /** any text; printed with the results, which it reproduces */
  readonly seed: string
  /** 2,000 where nothing is said */
  readonly draws?: number
  /** an organization's own weights; the default ones where nothing is said */
  readonly parameters?: Parameters
  /** what is recorded of the questions; nothing checked where nothing is said */
  readonly validation?: Validation
}

/**
 * Every need in every draw: what the recommendation builds on instead of the needs' own
 * point values. Not for showing.
 */
export interface NeedDraws {
  readonly seed: string
  readonly count: number
  /** N, 0–100, by draw; a construct without any source has none */
  readonly scores: ReadonlyMap<ConstructId, Float64Array>
}

/** What the weights of the method vary in, by draw, the same for all constructs. */
export interface SharedDraws {
  readonly parameters: Parameters
  /** τ */
  readonly burdenScale: Float64Array
  /** w, by draw */
  readonly sourceWeights: readonly Qualities[]
}

/** Draws what all constructs share: τ·e^Normal(0, .15²), and source weights w ~ Dirichlet(40·w). */
export function drawShared(
  seed: string,
  count: number,
  parameters: Parameters = standardParameters,
): SharedDraws {
  const { burdenScale, simulation } = parameters
  return {
    parameters,
    burdenScale: drawNormals(`${seed}/burden scale`, count).map(
      (z) => burdenScale * Math.exp(simulation.burdenScale * z),
    ),
    sourceWeights: drawSourceWeights(
      seededRandom(`${seed}/source weights`),
      count,
      parameters,
    ),
  }
}

/**
 * How often is drawn.
 *
 * @throws RangeError when the number of draws is not a positive whole number
 */
export function countDraws({ draws }: Pick<NeedSettings, 'draws'>): number {
  const count = draws ?? standardParameters.simulation.draws
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`expected at least one draw, got ${count}`)
  }
  return count
}

/** Standard normal, one for each draw. */
export function drawNormals(seed: string, count: number): Float64Array {
  const random = seededRandom(seed)
  return Float64Array.from({ length: count }, () => drawNormal(random))
}

function drawSourceWeights(
  random: Random,
  count: number,
  { sources, simulation }: Parameters,
): readonly Qualities[] {
  const weights = [sources.survey, sources.focusGroups, sources.managers].map(
    (weight) => simulation.sources * weight,
  )
  return Array.from({ length: count }, () => {
    const drawn = drawDirichlet(random, weights)
    return { survey: at(drawn, 0), focusGroups: at(drawn, 1), managers: at(drawn, 2) }
  })
}

/** What makes a case of one construct serious, beside how many of them are high. */
interface Harm {
  /** 0–1 */
  readonly severity: number
  /** 0–1; null where it is not known */
  readonly workImpact: number | null
}

/** I in every draw: Beta(m + 1, k − m + 1), 0–1. */
export function drawShareHigh(
  random: Random,
  { k, m }: Pick<Counted, 'k' | 'm'>,
  count: number,
): Float64Array {
  return Float64Array.from({ length: count }, () => drawBeta(random, m + 1, k - m + 1))
}

/**
 * S in every draw.
 *
 * @param simulated π and I by draw, and the rate of the most burdened group
 * @param burdenScale τ by draw
 */
export function surveyNeeds(
  {
    prevalence,
    shareHigh,
    highest,
  }: {
    readonly prevalence: Float64Array
    readonly shareHigh: Float64Array
    readonly highest: number
  },
  { severity, workImpact }: Harm,
  burdenScale: Float64Array,
): Float64Array {
  return prevalence.map((share, draw) => {
    const serious = seriousness(severity, at(shareHigh, draw), workImpact)
    return surveyNeed(blendEquity(share, highest), serious, at(burdenScale, draw))
  })
}

/** v of each source; null where it says nothing. The survey's part differs by draw. */
export interface Voices {
  readonly survey: Float64Array | null
  readonly focusGroups: number | null
  readonly managers: number | null
}

/**
 * N in every draw.
 *
 * @returns null when no source has any weight
 */
export function simulateNeed(
  { survey, focusGroups, managers }: Voices,
  quality: Qualities,
  { sourceWeights }: SharedDraws,
): Float64Array | null {
  const pooled = sourceWeights.map((weights, draw) => {
    const voice = (name: keyof Qualities, score: number | null) =>
      score === null ? [] : [{ score, weight: weights[name] * quality[name] }]
    return pool([
      ...voice('survey', survey && at(survey, draw)),
      ...voice('focusGroups', focusGroups),
      ...voice('managers', managers),
    ])
  })
  const scores = pooled.filter((score) => score !== null)
  return scores.length === pooled.length ? Float64Array.from(scores) : null
}
