import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import type { PeopleSettings } from '#analysis/recommendation/decide-again.ts'
import { type Explanation, explain } from '#analysis/recommendation/explanation.ts'
import { explanationContext } from '#analysis/recommendation/explanation-context.ts'
import { requirementsIn } from '#analysis/recommendation/prerequisites.ts'
import type { Testimony } from '#analysis/sources/evidence.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import { readWhole } from '../results/whole-release.ts'

export interface ToExplain {
  /** as it is stored */
  readonly release: string
  readonly testimony: Testimony
  readonly settings: PeopleSettings
  /** the one the needs were assessed with */
  readonly seed: string
}

answerOffThread<ToExplain>(({ release: stored, testimony, settings, seed }) => {
  const release = readWhole(stored)
  const assessed = assessNeeds(release, testimony, { seed })
  // What one of several would do for is said by the portfolio, not here.
  const requires = requirementsIn(assessed.needs.needs, [])
    .filter(({ anyOf }) => anyOf.length === 1)
    .map(({ component, anyOf }) => [component, anyOf] as const)
  const context = explanationContext(release, testimony, assessed, settings, {
    requires: Object.fromEntries(requires),
  })
  return context.recommendations.map((one): Explanation => explain(one, context))
})
