import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import { parameters } from '../needs/parameters.ts'
import { type ComponentId, componentIds, componentOf, type Level } from './components.ts'
import type { DefaultReason, Tier } from './recommendation.ts'
import { atLeast, atMostConsider } from './tiers.ts'
import {
  applyRule,
  bestFor,
  type Facts,
  judgedNeed,
  markAll,
  type Verdicts,
} from './verdicts.ts'

const { rules } = parameters

const mustAddress = (
  construct: ConstructId,
): { construct: ConstructId; tier: () => Tier } => ({
  construct,
  tier: () => 'must-address',
})

/** R1: the core package is in every program; without it there is no such program. */
export function coreAlways(verdicts: Verdicts): Verdicts {
  return componentIds
    .filter((id) => componentOf(id).core)
    .reduce((all, id) => applyRule(all, id, 'R1', { tier: () => 'core' }), verdicts)
}

/**
 * R2: a hazard at work is removed at its source first. A need of the work of 45 or more
 * makes the primary component that fits it best (a ≥ .6) a must. Every other component that
 * fits the need carries the rule too: it does not remove the cause.
 *
 * Mediation by itself is no change of the work: where it is a must, leadership or the work
 * itself changes with it.
 */
export function hazardFirst(verdicts: Verdicts, facts: Facts): Verdicts {
  const decided = constructIds
    .filter((id) => constructOf(id).domain === 'work')
    .filter((id) => judgedNeed(id, facts) >= rules.hazard)
    .reduce((all, construct) => addressHazard(all, construct, facts), verdicts)
  const isMust = (id: ComponentId): boolean => decided.get(id)?.tier === 'must-address'
  const isAlone = !isMust('leader_development') && !isMust('psychosocial_redesign')
  if (!isMust('mediation_early') || !isAlone) return decided
  return applyRule(decided, 'leader_development', 'R2', mustAddress('work.peers'))
}

function addressHazard(
  verdicts: Verdicts,
  construct: ConstructId,
  { priorities }: Facts,
): Verdicts {
  const isPrimary = (level: Level): boolean => level === 'primary'
  const primary = bestFor(construct, rules.hazardFit, priorities, isPrimary)
  const decided = primary
    ? applyRule(verdicts, primary, 'R2', mustAddress(construct))
    : verdicts
  const others = componentIds.filter((id) => {
    const { level, fits } = componentOf(id)
    return !isPrimary(level) && (fits[construct] ?? 0) > 0
  })
  return markAll(decided, others, 'R2', construct)
}

/**
 * R3: where people are harmed, that is addressed whatever its priority: when the action
 * level is probably reached, or when focus groups speak of it. Harassment goes to the
 * component on dignity, violence to the redesign of work; mediation is not for either.
 */
export function harmFirst(verdicts: Verdicts, facts: Facts): Verdicts {
  const answers = [
    ['work.harass', 'dignity_harassment'],
    ['work.violence', 'psychosocial_redesign'],
  ] as const
  return answers
    .filter(([construct]) => isHarmed(construct, facts))
    .reduce<Verdicts>((all, [construct, component]) => {
      const addressed = applyRule(all, component, 'R3', mustAddress(construct))
      return markAll(addressed, ['mediation_early'], 'R3', construct)
    }, verdicts)
}

function isHarmed(construct: ConstructId, { needs, testimony }: Facts): boolean {
  const reached = needs.get(construct)?.reaches?.action ?? 0
  const heard = testimony.focusGroups[construct]?.score ?? 0
  return reached >= rules.levelReached || heard > 0
}

/**
 * R3b: a level that is probably reached lifts the component that fits the need best
 * (a ≥ .7): the action level to *recommend*, the attention level to *consider*. A rare need
 * of whose share too little is released lifts it to *consider* whatever was answered, so that
 * the tier tells nothing (`defaultReasonOf`).
 */
export function levelsReached(verdicts: Verdicts, facts: Facts): Verdicts {
  return constructIds.reduce<Verdicts>((all, construct) => {
    const best = bestFor(construct, rules.levelFit, facts.priorities)
    const lift = liftOf(construct, facts)
    if (!best || !lift) return all
    const { to, byDefault } = lift
    const tier = (old: Tier): Tier => atLeast(old, to)
    return applyRule(all, best, 'R3b', { construct, tier, byDefault })
  }, verdicts)
}

/** Where R3b lifts to for the sake of one need; null where it lifts nothing. */
export function liftOf(
  construct: ConstructId,
  { needs, release }: Facts,
): {
  readonly to: 'recommend' | 'consider'
  /** null where a level was reached */
  readonly byDefault: DefaultReason | null
} | null {
  const reaches = needs.get(construct)?.reaches
  if ((reaches?.action ?? 0) >= rules.levelReached) {
    return { to: 'recommend', byDefault: null }
  }
  if ((reaches?.attention ?? 0) >= rules.levelReached) {
    return { to: 'consider', byDefault: null }
  }
  const byDefault = defaultReasonOf(construct, release)
  return byDefault && { to: 'consider', byDefault }
}

/**
 * Why R3b offers help for a need by default: it is rare, and what may be shown cannot tell
 * whether its attention level is reached. Otherwise null.
 */
export function defaultReasonOf(
  construct: ConstructId,
  { constructs }: Pick<Facts['release'], 'constructs'>,
): DefaultReason | null {
  const { rare, attention } = constructOf(construct)
  if (!rare) return null
  const share = constructs[construct]?.organization.shareElevated
  if (!share) return 'not-asked'
  if (share.kind === 'hidden') return 'not-shown'
  return share.kind === 'at-most' && share.value > attention ? 'bound-only' : null
}

/**
 * R4: trust comes before use. Where people do not trust the service, or fear to be seen
 * using it, rules of privacy and orientation come before any promotion, and there is no
 * target for use in the first year.
 */
export function trustFirst(verdicts: Verdicts, facts: Facts): Verdicts {
  return (['help.trust', 'help.stigma'] as const)
    .filter((construct) => judgedNeed(construct, facts) >= rules.trust)
    .reduce<Verdicts>(
      (all, construct) =>
        markAll(all, ['governance_privacy', 'orientation'], 'R4', construct),
      verdicts,
    )
}

/**
 * Little trust in the survey: below a response rate of 30 %, or when nobody knows how many
 * there are, scores and levels make nothing stronger than *consider*.
 *
 * @param responseRate 0–1; null where unknown
 */
export function capTiers(verdicts: Verdicts, responseRate: number | null): Verdicts {
  if (responseRate !== null && responseRate >= rules.leastResponseRate) return verdicts
  return new Map(
    [...verdicts].map(([id, verdict]) => {
      return [id, { ...verdict, tier: atMostConsider(verdict.tier) }]
    }),
  )
}
