import type { ConstructId } from '#surveys/constructs.ts'
import type { Disclosed, Release } from '../disclosure/disclosed.ts'
import type { Need } from '../needs/need.ts'
import type { Testimony } from '../sources/evidence.ts'
import { type ComponentId, componentIds, componentOf, type Level } from './components.ts'
import type { AppliedRule, DefaultReason, RuleId, Tier } from './recommendation.ts'

/** What is decided of one component so far, and by which rules. */
export interface Verdict {
  readonly tier: Tier
  readonly rules: readonly AppliedRule[]
}

export type Verdicts = ReadonlyMap<ComponentId, Verdict>

/** What rules may look at: released and heard, never answers. */
export interface Facts {
  readonly needs: ReadonlyMap<ConstructId, Need>
  /** N by the default weights, where the needs were rated with others */
  readonly standard?: ReadonlyMap<ConstructId, number>
  readonly release: Disclosed<Release>
  readonly testimony: Testimony
  /** as released; breaks ties between components that fit equally well */
  readonly priorities: ReadonlyMap<ComponentId, number>
}

/**
 * The need that hazard-first (R2) and trust-first (R4) judge by: N as it is shown, or by the
 * default weights where that is more, so that no change of weights switches them off.
 *
 * @returns 0–100; 0 where no source speaks of it
 */
export function judgedNeed(construct: ConstructId, { needs, standard }: Facts): number {
  const shown = needs.get(construct)?.score ?? 0
  return Math.max(shown, standard?.get(construct) ?? 0)
}

/** Applies a rule to one component: marks it, and changes its tier where one is given. */
export function applyRule(
  verdicts: Verdicts,
  component: ComponentId,
  rule: RuleId,
  {
    construct = null,
    tier,
    byDefault = null,
  }: {
    construct?: ConstructId | null
    tier?: (old: Tier) => Tier
    byDefault?: DefaultReason | null
  },
): Verdicts {
  const old = verdicts.get(component)
  if (!old) throw new RangeError(`expected a verdict on ${component}`)
  const applied = { rule, construct, ...(byDefault ? { byDefault } : {}) }
  const rules = [...old.rules, applied]
  return new Map(verdicts).set(component, {
    tier: tier ? tier(old.tier) : old.tier,
    rules,
  })
}

/** Applies a mark to several components. */
export function markAll(
  verdicts: Verdicts,
  components: readonly ComponentId[],
  rule: RuleId,
  construct: ConstructId | null = null,
): Verdicts {
  return components.reduce<Verdicts>(
    (marked, component) => applyRule(marked, component, rule, { construct }),
    verdicts,
  )
}

/**
 * The component that answers a need best: by fit, then by released priority, then by id.
 *
 * @param least the smallest fit that will do
 */
export function bestFor(
  construct: ConstructId,
  least: number,
  priorities: Facts['priorities'],
  isOf: (level: Level) => boolean = () => true,
): ComponentId | undefined {
  return rankedFor(construct, least, priorities, isOf)[0]
}

/** All components that answer a need well enough, the best first, ordered as by `bestFor`. */
export function rankedFor(
  construct: ConstructId,
  least: number,
  priorities: Facts['priorities'],
  isOf: (level: Level) => boolean,
): readonly ComponentId[] {
  const fitOf = (id: ComponentId): number => componentOf(id).fits[construct] ?? 0
  return componentIds
    .filter((id) => fitOf(id) >= least && isOf(componentOf(id).level))
    .toSorted(
      (a, b) =>
        fitOf(b) - fitOf(a) ||
        (priorities.get(b) ?? 0) - (priorities.get(a) ?? 0) ||
        (a < b ? -1 : 1),
    )
}
