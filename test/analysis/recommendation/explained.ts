import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import type { NeedSettings } from '#analysis/needs/simulation.ts'
import type { ComponentId } from '#analysis/recommendation/components.ts'
import type { RecommendationSettings } from '#analysis/recommendation/decisions.ts'
import { type Explanation, explain } from '#analysis/recommendation/explanation.ts'
import {
  type ExplanationContext,
  explanationContext,
  type ToldBeside,
} from '#analysis/recommendation/explanation-context.ts'
import type { Testimony } from '#analysis/sources/evidence.ts'
import { noTestimony } from '#analysis/sources/testimony.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import type { Family } from '#surveys/modules/getting-help.ts'
import {
  countOf,
  flatUnits,
  formed,
  type Prevalence,
  planFor,
} from '../an-organization.ts'

/** Everything a test may set about an organization whose recommendations are explained. */
export interface Given {
  readonly release: Disclosed<Release>
  readonly testimony?: Testimony
  readonly needSettings?: Partial<NeedSettings>
  readonly settings?: RecommendationSettings
  readonly beside?: ToldBeside
}

export function contextOf(given: Given): ExplanationContext {
  const { release, testimony = noTestimony, needSettings, settings, beside } = given
  const wanted = { seed: 'why', draws: 200, ...needSettings }
  const assessed = assessNeeds(release, testimony, wanted)
  return explanationContext(release, testimony, assessed, settings, beside)
}

/** One component's explanation. */
export function explained(id: ComponentId, given: Given): Explanation {
  return explainedIn(id, contextOf(given))
}

export function explainedIn(id: ComponentId, context: ExplanationContext): Explanation {
  const found = context.recommendations.find(({ component }) => component === id)
  if (!found) throw new RangeError(`expected ${id} among the recommendations`)
  return explain(found, context)
}

/** A release of 400 people with wishes, by way of exact counts and the rules. */
export function wishingRelease(
  prevalence: Prevalence,
  chosen: Readonly<Partial<Record<Family, number>>>,
  size = { people: 400, answers: 260 },
): Disclosed<Release> {
  const asked = Object.entries(prevalence).filter(([, share]) => share !== null)
  const constructs = asked.map(([construct]) => construct as ConstructId)
  const plan = planFor(formed(flatUnits([size.people])), constructs, true)
  const [unit = ''] = plan.reportingUnits
  const counts = asked.map(([construct, share]) => {
    return [construct, { [unit]: countOf(size.answers, share ?? 0) }]
  })
  return disclose(plan, {
    ballots: { [unit]: size.answers },
    constructs: Object.fromEntries(counts),
    wanted: { n: size.answers, chosen },
    barriers: null,
    crossed: null,
    measured: null,
  })
}

/** Where focus groups and managers were heard too. */
export function heard(
  focusGroups: Readonly<Partial<Record<ConstructId, number>>>,
  managers: Readonly<Partial<Record<ConstructId, number>>> = {},
): Testimony {
  return {
    groups: 3,
    focusGroups: Object.fromEntries(
      Object.entries(focusGroups).map(([id, score]) => [
        id,
        { score, groupsProbed: 3, groupsRaised: score > 0 ? 3 : 0 },
      ]),
    ),
    interviews: 3,
    managerCoverage: 0.6,
    managers: Object.fromEntries(
      Object.entries(managers).map(([id, score]) => [id, { score }]),
    ),
  }
}
