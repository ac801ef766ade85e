import type { Disclosed, Release } from '../disclosure/disclosed.ts'
import type { AssessedNeeds } from '../needs/assess-needs.ts'
import { parameters } from '../needs/parameters.ts'
import { responseRateOf } from '../needs/read-release.ts'
import { inTwentieths } from '../needs/round.ts'
import type { Testimony } from '../sources/evidence.ts'
import { mean } from '../statistics/moments.ts'
import { centralInterval, quantile } from '../statistics/quantile.ts'
import { type Acceptability, simulateAcceptability } from './acceptability.ts'
import { type ComponentId, componentIds, componentOf } from './components.ts'
import {
  dutiesAttached,
  noContactByAnswers,
  noDebriefing,
  notAgainstEmployer,
  notForViolence,
} from './conditions.ts'
import { gated, type Override, overridden, type PearlGate } from './decisions.ts'
import type { Country } from './duty-notes.ts'
import { answeredBy } from './priority.ts'
import type { Recommendation } from './recommendation.ts'
import {
  capTiers,
  coreAlways,
  harmFirst,
  hazardFirst,
  levelsReached,
  trustFirst,
} from './rules.ts'
import { tierOf, tierOrder } from './tiers.ts'
import { bestFor, type Facts, type Verdict, type Verdicts } from './verdicts.ts'

/** What people decide beside the method. Nothing of it is needed. */
export interface RecommendationSettings {
  /** whose law applies */
  readonly country?: Country
  readonly gates?: Readonly<Partial<Record<ComponentId, PearlGate>>>
  readonly overrides?: Readonly<Partial<Record<ComponentId, Override>>>
}

/** What the draws come to for one component, rounded as it is said. */
type Standing = Pick<Recommendation, 'priority' | 'interval' | 'aboveLine' | 'ranks'> & {
  readonly aboveLowerLine: number
}

/**
 * Turns needs into a program to discuss: every component with its tier, sorted by tier and
 * released priority, ties by id. Steps 6 to 9 of the method; a function of what was
 * released and heard.
 *
 * @throws RangeError for a "no" without reviewer and reason, or an override without reason
 */
export function recommend(
  release: Disclosed<Release>,
  testimony: Testimony,
  { needs: { needs }, draws }: AssessedNeeds,
  settings: RecommendationSettings = {},
): readonly Recommendation[] {
  const acceptability = simulateAcceptability(release, draws)
  const standings = new Map(componentIds.map((id) => [id, standingOf(id, acceptability)]))
  const facts: Facts = {
    needs: new Map(needs.map((need) => [need.construct, need])),
    priorities: new Map([...standings].map(([id, { priority }]) => [id, priority])),
    release,
    testimony,
  }
  const byScores = new Map(
    [...standings].map(([id, { aboveLine, aboveLowerLine }]) => {
      return [id, { tier: tierOf(aboveLine, aboveLowerLine), rules: [] }]
    }),
  )
  const verdicts = decide(byScores, facts, settings)
  return [...standings]
    .map(([id, standing]) => describe(id, standing, verdicts.get(id), facts))
    .sort(byTier)
}

/** The rules in their order: what comes later beats what came before. */
function decide(
  byScores: Verdicts,
  facts: Facts,
  { country, gates, overrides }: RecommendationSettings,
): Verdicts {
  const steps: readonly ((verdicts: Verdicts) => Verdicts)[] = [
    (verdicts) => levelsReached(verdicts, facts),
    (verdicts) => capTiers(verdicts, responseRateOf(facts.release)),
    (verdicts) => hazardFirst(verdicts, facts),
    (verdicts) => harmFirst(verdicts, facts),
    coreAlways,
    (verdicts) => trustFirst(verdicts, facts),
    noDebriefing,
    noContactByAnswers,
    notForViolence,
    notAgainstEmployer,
    (verdicts) => dutiesAttached(verdicts, country ?? null),
    (verdicts) => gated(verdicts, gates ?? {}),
    (verdicts) => overridden(verdicts, overrides ?? {}),
  ]
  return steps.reduce((verdicts, step) => step(verdicts), byScores)
}

function standingOf(id: ComponentId, { priorities, ranks }: Acceptability): Standing {
  const drawn = priorities.get(id) ?? []
  const { low, high } = centralInterval(drawn, parameters.needLevel)
  const places = centralInterval(ranks.get(id) ?? [], parameters.needLevel)
  return {
    priority: Math.round(quantile(drawn, 0.5)),
    interval: { low: Math.round(low), high: Math.round(high) },
    aboveLine: chanceFrom(parameters.tiers.line, drawn),
    aboveLowerLine: chanceFrom(parameters.tiers.lowerLine, drawn),
    ranks: { low: Math.floor(places.low), high: Math.ceil(places.high) },
  }
}

/** P(priority ≥ line), to .05. */
function chanceFrom(line: number, priorities: ArrayLike<number>): number {
  return inTwentieths(mean(Array.from(priorities, (one) => (one >= line ? 1 : 0))))
}

function describe(
  component: ComponentId,
  { priority, interval, aboveLine, ranks }: Standing,
  verdict: Verdict | undefined,
  { needs, release, priorities }: Facts,
): Recommendation {
  const { family, fits } = componentOf(component)
  const answers = answeredBy({ fits }, (construct) => needs.get(construct)?.score)
  const wanted = family === null ? undefined : release.wanted[family]
  const targeted = [...needs.values()].filter(({ construct }) => {
    return bestFor(construct, parameters.rules.levelFit, priorities) === component
  })
  return {
    component,
    tier: verdict?.tier ?? 'not-now',
    priority,
    interval,
    aboveLine,
    ranks,
    answers: answers.map((answer) => ({
      ...answer,
      match: Math.round(10 * answer.match) / 10,
    })),
    wanted: wanted?.kind === 'shown' ? Math.round(100 * wanted.value) : null,
    rules: verdict?.rules ?? [],
    targetedUnits: [...new Set(targeted.flatMap((need) => need.targetedUnits))].sort(),
  }
}

function byTier(a: Recommendation, b: Recommendation): number {
  return (
    tierOrder.indexOf(a.tier) - tierOrder.indexOf(b.tier) ||
    b.priority - a.priority ||
    (a.component < b.component ? -1 : 1)
  )
}
