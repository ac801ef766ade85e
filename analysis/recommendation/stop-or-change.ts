import type { ConstructId } from '#surveys/constructs.ts'
import type { Need } from '../needs/need.ts'
import { type ComponentId, componentOf } from './components.ts'
import type { Recommendation } from './recommendation.ts'
import { targetsOf } from './what-changed.ts'

/** How a component of the program was carried out, as people said. */
export interface CarriedOut {
  readonly component: ComponentId
  /** a month, `2026-11`; null where nobody knows */
  readonly since: string | null
  readonly reach: 'people' | 'nobody' | 'not-known'
}

/**
 * What to think of a component that reached nobody for a year.
 *
 * - `no-need`: none of the needs it is there for stands out either: stop or change it
 * - `need-remains`: somebody needs it and it reaches nobody: change how it is offered
 * - `need-not-known`: a need it is there for was not asked or may not be shown
 * - `duty`: it belongs to every program, or a hazard demands it: it is not stopped
 */
export type WithoutReach = 'no-need' | 'need-remains' | 'need-not-known' | 'duty'

export interface StopOrChange {
  readonly component: ComponentId
  readonly verdict: WithoutReach
  /** whole months without reach */
  readonly months: number
  /** the needs it is there for, with what they are now; null where that is not known */
  readonly needs: readonly {
    readonly construct: ConstructId
    readonly score: number | null
  }[]
}

/** Months without reach after which a component is looked at. */
const longEnough = 12
/** Below this a need is low, as in the method's bands. */
const someNeed = 25

/**
 * The components of a program that reached nobody for twelve months, with what the new
 * release says of the needs they are there for. Proposes; nothing is dropped by it.
 *
 * @param needs of the new release
 * @param recommendations of the new release
 * @param month today's, `2026-11`
 */
export function stopOrChange(
  carriedOut: readonly CarriedOut[],
  needs: readonly Need[],
  recommendations: readonly Pick<Recommendation, 'component' | 'tier'>[],
  month: string,
): readonly StopOrChange[] {
  const scores = new Map(needs.map(({ construct, score }) => [construct, score]))
  const tiers = new Map(recommendations.map((one) => [one.component, one.tier]))
  return carriedOut.flatMap(({ component, since, reach }): readonly StopOrChange[] => {
    const months = since === null ? 0 : monthsBetween(since, month)
    if (reach !== 'nobody' || months < longEnough) return []
    const own = targetsOf(component).map((construct) => {
      return { construct, score: scores.get(construct) ?? null }
    })
    const isDuty = componentOf(component).core || tiers.get(component) === 'must-address'
    const verdict = isDuty ? 'duty' : verdictOn(own)
    return [{ component, verdict, months, needs: own }]
  })
}

function verdictOn(needs: StopOrChange['needs']): WithoutReach {
  if (needs.some(({ score }) => score !== null && score >= someNeed)) {
    return 'need-remains'
  }
  return needs.some(({ score }) => score === null) ? 'need-not-known' : 'no-need'
}

/** Whole months from one month, `2025-10`, to another. */
export function monthsBetween(from: string, to: string): number {
  return monthsOf(to) - monthsOf(from)
}

function monthsOf(month: string): number {
  const [year = 0, of = 0] = month.split('-').map(Number)
  return 12 * year + of
}
