import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import type { Disclosed, Release } from '../disclosure/disclosed.ts'
import { mean } from '../statistics/moments.ts'
import { seededRandom } from '../statistics/random.ts'
import { type Difference, findDifferences } from './differences.ts'
import { findTargets, highestGroupRate, targetCandidates } from './equity.ts'
import type { Need, PeopleCount } from './need.ts'
import { parameters } from './parameters.ts'
import { peopleCount } from './people.ts'
import { drawNonresponse, pointPrevalence, simulatePrevalence } from './prevalence.ts'
import { readEvidence, type SurveyEvidence } from './read-release.ts'
import { inTwentieths } from './round.ts'
import {
  countDraws,
  drawNormals,
  drawShareHigh,
  type NeedSettings,
} from './simulation.ts'

const { nonresponse: usual, stressedNonresponse: stressed } = parameters.prevalence

/** What the survey says of one construct, once simulated: nothing in it depends on weights. */
export interface SimulatedSurvey
  extends Pick<Need, 'people' | 'stressed' | 'reaches' | 'targetedUnits'> {
  readonly evidence: SurveyEvidence
  /** π by draw */
  readonly prevalence: Float64Array
  /** I by draw */
  readonly shareHigh: Float64Array
  /** the rate of the most burdened group */
  readonly highest: number
}

/**
 * A release with everything that chance and those who did not answer could make of it. Rating
 * it with other weights takes a moment; simulating it takes most of the time there is.
 */
export interface SimulatedRelease {
  readonly release: Disclosed<Release>
  readonly seed: string
  /** how many draws */
  readonly count: number
  /** a construct without an entry says nothing */
  readonly surveys: ReadonlyMap<ConstructId, SimulatedSurvey>
}

/**
 * Simulates what a release says, steps 1 and 2 of the method and the chance of step 3. A
 * function of what was disclosed; the same seed gives the same draws.
 *
 * @throws RangeError when the number of draws is not a positive whole number
 */
export function simulateRelease(
  release: Disclosed<Release>,
  settings: Pick<NeedSettings, 'seed' | 'draws'>,
): SimulatedRelease {
  const { seed } = settings
  const count = countDraws(settings)
  const common = drawNormals(`${seed}/nonresponse`, count)
  const differences = findDifferences(release)
  const surveys = constructIds.flatMap((construct) => {
    const evidence = readEvidence(release, construct)
    if (!evidence) return []
    const notable = notableIn(construct, differences)
    return [[construct, simulate(construct, evidence, notable, seed, common)] as const]
  })
  return { release, seed, count, surveys: new Map(surveys) }
}

function notableIn(
  construct: ConstructId,
  differences: readonly Difference[],
): ReadonlySet<string> {
  const more = differences.filter((one) => {
    return one.construct === construct && one.direction === 'more'
  })
  return new Set(more.map(({ group }) => group))
}

/**
 * @param notable ids of the groups that differ notably, towards more
 * @param common z₀ of each draw
 */
function simulate(
  construct: ConstructId,
  evidence: SurveyEvidence,
  notable: ReadonlySet<string>,
  seed: string,
  common: Float64Array,
): SimulatedSurvey {
  const { sensitive } = constructOf(construct)
  const { organization, groups, answered } = evidence
  const rate = pointPrevalence(evidence)
  const candidates = sensitive ? [] : targetCandidates(evidence, rate, notable)

  const random = seededRandom(`${seed}/${construct}`)
  const shifts = drawNonresponse(random, common, usual)
  const drawn = simulatePrevalence(random, evidence, shifts, candidates)
  const prevalence = drawn.organization

  const inPeople = (simulated: Float64Array): PeopleCount | null =>
    organization.isExact
      ? peopleCount(rate, simulated, organization.headcount, answered)
      : null
  return {
    evidence,
    prevalence,
    shareHigh: drawShareHigh(random, organization, common.length),
    highest: highestGroupRate(groups, rate),
    people: inPeople(prevalence),
    stressed: inPeople(stressedShares(construct, evidence, seed, common)),
    reaches: evidence.isUpperBound ? null : chancesOf(construct, prevalence),
    targetedUnits: findTargets(candidates, drawn),
  }
}

/** π by draw if those who did not answer differ twice as much. */
function stressedShares(
  construct: ConstructId,
  evidence: SurveyEvidence,
  seed: string,
  common: Float64Array,
): Float64Array {
  const random = seededRandom(`${seed}/${construct}/stressed`)
  const shifts = drawNonresponse(random, common, stressed)
  return simulatePrevalence(random, evidence, shifts).organization
}

/** P(π ≥ attention level) and P(π ≥ action level), to .05. */
function chancesOf(construct: ConstructId, shares: Float64Array): Need['reaches'] {
  const chanceOf = (level: number): number =>
    inTwentieths(mean(shares.map((share) => (share >= level ? 1 : 0))))
  const { attention, action } = constructOf(construct)
  return { attention: chanceOf(attention), action: chanceOf(action) }
}
