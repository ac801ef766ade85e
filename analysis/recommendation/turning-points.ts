import type { ConstructId } from '#surveys/constructs.ts'
import { type ComponentId, componentOf } from './components.ts'
import type { RecommendationSettings } from './decisions.ts'
import type { Recommendation, Tier } from './recommendation.ts'
import { tierOrder } from './tiers.ts'
import type { Weighed } from './weigh-components.ts'
import { type Supposed, tierIf } from './what-if.ts'
import { wishesAsked } from './wishes.ts'

/** From this value on, away from what was found, another tier. */
export interface TurningPoint {
  readonly at: number
  readonly tier: Tier
}

/** Where a number would have to be to weaken or strengthen a tier; null where nowhere. */
export interface Turn {
  /** the greatest value with a weaker tier */
  readonly drops: TurningPoint | null
  /** the least value with a stronger tier */
  readonly rises: TurningPoint | null
}

/** A turn of a number that belongs to one need, with the number as it is. */
export interface NeedTurn extends Turn {
  readonly construct: ConstructId
  readonly now: number
}

/** What would change a recommendation, one number at a time and all else as it is. */
export interface TurningPoints {
  /** share who would use it, in percent; null where nobody can wish for it, or n is hidden */
  readonly wanted: Turn | null
  /** N of the need that carries it most, 0–100 */
  readonly need: NeedTurn | null
  /** a, its fit to that need, 0–1 in steps of .05 */
  readonly fit: NeedTurn | null
  /** relative cost takes no part in a priority; it counts where a budget is divided */
  readonly cost: 'not-in-tier'
}

const fitSteps = 20

/**
 * Finds what would change a recommendation by deciding on the same draws again and again,
 * rules included; nothing here is read off a formula. Halving the range finds a step at which
 * the tier truly turns, and the only one unless two components that fit a need equally well
 * change places.
 */
export function turningPoints(
  { component, tier, answers }: Pick<Recommendation, 'component' | 'tier' | 'answers'>,
  weighed: Weighed,
  settings: RecommendationSettings,
): TurningPoints {
  const { family } = componentOf(component)
  const turn = (supposedAt: (step: number) => Supposed, steps: number): Turn =>
    turnOf((step) => tierIf(component, supposedAt(step), weighed, settings), tier, steps)
  const isAsked = family !== null && wishesAsked(weighed.facts.release) !== null
  const leading = answers[0]
  return {
    wanted: isAsked
      ? turn((percent) => ({ kind: 'wanted', family, percent }), 100)
      : null,
    need: leading ? needTurn(leading.construct, weighed, turn) : null,
    fit: leading ? fitTurn(component, leading, turn) : null,
    cost: 'not-in-tier',
  }
}

type Search = (supposedAt: (step: number) => Supposed, steps: number) => Turn

function needTurn(
  construct: ConstructId,
  { facts }: Weighed,
  turn: Search,
): NeedTurn | null {
  const need = facts.needs.get(construct)
  if (!need) return null
  const found = turn((score) => ({ kind: 'need', construct, score }), 100)
  return { construct, now: need.score, ...found }
}

function fitTurn(
  component: ComponentId,
  { construct, fit }: Recommendation['answers'][number],
  turn: Search,
): NeedTurn {
  const at = (step: number): number => step / fitSteps
  const { drops, rises } = turn((step) => {
    return { kind: 'fit', component, construct, to: at(step) }
  }, fitSteps)
  return {
    construct,
    now: fit,
    drops: drops && { ...drops, at: at(drops.at) },
    rises: rises && { ...rises, at: at(rises.at) },
  }
}

function turnOf(tierAt: (step: number) => Tier, now: Tier, steps: number): Turn {
  const place = (step: number): number => tierOrder.indexOf(tierAt(step))
  const here = tierOrder.indexOf(now)
  const pointAt = (step: number): TurningPoint => ({ at: step, tier: tierAt(step) })
  const isWeaker = (step: number): boolean => place(step) > here
  const isStronger = (step: number): boolean => place(step) < here
  const drops = isWeaker(0) ? lastWhere(isWeaker, steps) : null
  const rises = isStronger(steps) ? lastWhere((step) => !isStronger(step), steps) : null
  return {
    drops: drops === null ? null : pointAt(drops),
    rises: rises === null ? null : pointAt(rises + 1),
  }
}

/** The last step from 0 at which something holds that holds at first and then no more; −1 if
 * it does not hold at 0. */
function lastWhere(holds: (step: number) => boolean, steps: number): number {
  let last = -1
  let beyond = steps + 1
  while (beyond - last > 1) {
    const middle = Math.floor((last + beyond) / 2)
    if (holds(middle)) last = middle
    else beyond = middle
  }
  return last
}
