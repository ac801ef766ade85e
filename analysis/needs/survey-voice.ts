import { type ConstructId, constructOf } from '#surveys/constructs.ts'
import { mean } from '../statistics/moments.ts'
import { seededRandom } from '../statistics/random.ts'
import { blendEquity, findTargets, highestGroupRate, targetCandidates } from './equity.ts'
import { type Parameters, standardParameters } from './method-parameters.ts'
import type { Need, PeopleCount } from './need.ts'
import { parameters } from './parameters.ts'
import { peopleCount } from './people.ts'
import { drawNonresponse, pointPrevalence, simulatePrevalence } from './prevalence.ts'
import type { SurveyEvidence } from './read-release.ts'
import { inTwentieths } from './round.ts'
import { seriousness, shareHighAmongElevated, surveyNeed } from './seriousness.ts'
import { type SharedDraws, simulateSurveyNeed } from './simulation.ts'

const { nonresponse: usual, stressedNonresponse: stressed } = parameters.prevalence

/** What the survey says of one construct, once simulated. */
export interface SurveyVoice
  extends Pick<Need, 'people' | 'stressed' | 'reaches' | 'targetedUnits'> {
  /** S by draw */
  readonly draws: Float64Array
  readonly answered: number
}

/** S at the point values, steps 1 to 4 of the method without any chance in them. */
export function pointSurveyNeed(
  construct: ConstructId,
  evidence: SurveyEvidence,
  { severities, burdenScale }: Parameters = standardParameters,
): number {
  const { k, m } = evidence.organization
  const rate = pointPrevalence(evidence)
  const blended = blendEquity(rate, highestGroupRate(evidence.groups, rate))
  const shareHigh = shareHighAmongElevated(m, k)
  return surveyNeed(
    blended,
    seriousness(severities[construct], shareHigh, evidence.workImpact),
    burdenScale,
  )
}

/**
 * Lets the survey speak of one construct.
 *
 * @param notable ids of the groups that differ notably in it, towards more
 */
export function hearSurvey(
  construct: ConstructId,
  evidence: SurveyEvidence,
  shared: SharedDraws,
  notable: ReadonlySet<string>,
): SurveyVoice {
  const { sensitive } = constructOf(construct)
  const { organization, groups, answered, workImpact } = evidence
  const harm = { severity: shared.parameters.severities[construct], workImpact }
  const rate = pointPrevalence(evidence)
  const candidates = sensitive ? [] : targetCandidates(evidence, rate, notable)

  const random = seededRandom(`${shared.seed}/${construct}`)
  const shifts = drawNonresponse(random, shared.nonresponse, usual)
  const prevalence = simulatePrevalence(random, evidence, shifts, candidates)
  const shares = prevalence.organization
  const highest = highestGroupRate(groups, rate)

  const inPeople = (simulated: Float64Array): PeopleCount | null =>
    organization.isExact
      ? peopleCount(rate, simulated, organization.headcount, answered)
      : null
  return {
    draws: simulateSurveyNeed(random, harm, organization, shares, highest, shared),
    answered,
    people: inPeople(shares),
    stressed: inPeople(stressedShares(construct, evidence, shared)),
    reaches: evidence.isUpperBound ? null : chancesOf(construct, shares),
    targetedUnits: findTargets(candidates, prevalence),
  }
}

/** π by draw if those who did not answer differ twice as much. */
function stressedShares(
  construct: ConstructId,
  evidence: SurveyEvidence,
  shared: SharedDraws,
): Float64Array {
  const random = seededRandom(`${shared.seed}/${construct}/stressed`)
  const shifts = drawNonresponse(random, shared.nonresponse, stressed)
  return simulatePrevalence(random, evidence, shifts).organization
}

/** P(π ≥ attention level) and P(π ≥ action level), to .05. */
function chancesOf(construct: ConstructId, shares: Float64Array): Need['reaches'] {
  const chanceOf = (level: number): number =>
    inTwentieths(mean(shares.map((share) => (share >= level ? 1 : 0))))
  const { attention, action } = constructOf(construct)
  return { attention: chanceOf(attention), action: chanceOf(action) }
}
