import { responseRateOf } from '../needs/read-release.ts'
import type { ComponentId } from './components.ts'
import {
  dutiesAttached,
  noContactByAnswers,
  noDebriefing,
  notAgainstEmployer,
  notForViolence,
} from './conditions.ts'
import { gated, overridden, type RecommendationSettings } from './decisions.ts'
import {
  capTiers,
  coreAlways,
  harmFirst,
  hazardFirst,
  levelsReached,
  trustFirst,
} from './rules.ts'
import type { Standing } from './standing.ts'
import { tierOf } from './tiers.ts'
import type { Facts, Verdicts } from './verdicts.ts'

/**
 * Decides on every component, steps 8 and 9 of the method: the tier by scores, and then the
 * rules in their order, where what comes later beats what came before.
 *
 * @throws RangeError for a "no" without reviewer and reason, or an override without reason
 */
export function decide(
  standings: ReadonlyMap<ComponentId, Standing>,
  facts: Facts,
  { country, gates, overrides }: RecommendationSettings,
): Verdicts {
  const byScores: Verdicts = new Map(
    [...standings].map(([id, { aboveLine, aboveLowerLine }]) => {
      return [id, { tier: tierOf(aboveLine, aboveLowerLine), rules: [] }]
    }),
  )
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
