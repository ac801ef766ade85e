import type { Band } from '../needs/need.ts'
import { notesOn } from './catalogue.ts'
import { type Component, type ComponentId, componentOf } from './components.ts'
import type { Country, DutyNote } from './duty-notes.ts'
import { evidenceOf } from './evidence.ts'
import {
  type EvidenceSource,
  evidenceSources,
  type SourceId,
} from './evidence-sources.ts'
import type { ExplanationContext } from './explanation-context.ts'
import {
  type Accompaniment,
  accompanimentsOf,
  type HierarchyLevel,
  hierarchyOf,
} from './hierarchy.ts'
import { type Measure, type MeasureId, measures, measuresOf } from './measures.ts'
import type { AppliedRule, Recommendation, Tier } from './recommendation.ts'
import { type ReviewMonths, reviewMonthsOf } from './review.ts'
import { type Route, routesOf } from './routes.ts'

/** How well it is known to help: confidence (b). */
export interface Grading {
  readonly grade: Component['evidence']
  /** e, 0–1 */
  readonly value: number
  readonly sources: readonly (EvidenceSource & { readonly id: SourceId })[]
  /** what the grade rests on at best: publications, nothing that was read, nothing there is */
  readonly restsOn: 'publications' | 'nothing-read' | 'nothing-found'
}

export function explainGrading(component: ComponentId): Grading {
  const { evidence, evidenceValue } = componentOf(component)
  const ids = evidenceOf[component]
  const isPublished = ids.some((id) => evidenceSources[id].kind !== 'none')
  const isSearched = ids.includes('nothing-found')
  const restsOnNothing = isSearched ? 'nothing-found' : 'nothing-read'
  return {
    grade: evidence,
    value: evidenceValue,
    sources: ids.map((id) => ({ id, ...evidenceSources[id] })),
    restsOn: isPublished ? 'publications' : restsOnNothing,
  }
}

/** How near the cause it works, and what must go with it. */
export interface NearCause {
  readonly level: HierarchyLevel
  readonly accompaniments: readonly (Accompaniment & {
    /** of the need; null where it could not be rated */
    readonly band: Band | null
    /** what this recommendation proposes of it anyway; null where nothing yet */
    readonly proposed: readonly ComponentId[] | null
  })[]
}

const proposing: readonly Tier[] = ['core', 'must-address', 'recommend']

export function explainNearCause(
  { component }: Recommendation,
  { weighed, recommendations }: ExplanationContext,
): NearCause {
  const proposed = new Set(
    recommendations
      .filter(({ tier }) => proposing.includes(tier))
      .map((one) => one.component),
  )
  return {
    level: hierarchyOf[component],
    accompaniments: accompanimentsOf(component).map((accompaniment) => ({
      ...accompaniment,
      band: weighed.facts.needs.get(accompaniment.construct)?.band ?? null,
      proposed:
        accompaniment.anyOf.find((all) => all.every((id) => proposed.has(id))) ?? null,
    })),
  }
}

/** What speaks against it, what it needs first, and what the law of the country says. */
export interface Conditions {
  /** rules that limit it here: R2 beside a cause, R3 on mediation, R4 to R8 */
  readonly limits: readonly AppliedRule[]
  readonly requires: readonly ComponentId[]
  /** null where it is not known whose law applies */
  readonly country: Country | null
  readonly notes: readonly DutyNote[]
}

export function explainConditions(
  { component, rules }: Recommendation,
  { settings, beside }: ExplanationContext,
): Conditions {
  const country = settings.country ?? null
  return {
    limits: rules.filter(({ rule }) => isLimit(rule, component)),
    requires: beside.requires?.[component] ?? [],
    country,
    notes: notesOn(component, country),
  }
}

function isLimit(rule: AppliedRule['rule'], component: ComponentId): boolean {
  if (rule === 'R2') return componentOf(component).level !== 'primary'
  if (rule === 'R3') return component === 'mediation_early'
  return ['R4', 'R5', 'R6', 'R7', 'R8'].includes(rule)
}

/**
 * Who learns of it.
 *
 * - `program`: nobody outside; the employer gets totals
 * - `employer`: that somebody asked, and what a change of the work takes
 * - `inquiry`: a report leads to an inquiry and is no confidential help
 * - `open`: it is done with everybody, and nobody tells anything of their own
 */
export type Confidentiality = 'program' | 'employer' | 'inquiry' | 'open'

/** How people get it. */
export interface Access {
  readonly routes: readonly Route[]
  readonly confidentiality: Confidentiality
}

/** Doors through which a person comes for help of their own. */
const personalDoors: readonly Route[] = ['self', 'phone', 'portal', 'eap-referral']

export function explainAccess(component: ComponentId): Access {
  const routes = routesOf[component]
  return { routes, confidentiality: confidentialityOf(routes) }
}

function confidentialityOf(routes: readonly Route[]): Confidentiality {
  if (routes.includes('report-channel')) return 'inquiry'
  if (routes.includes('request-to-employer')) return 'employer'
  return routes.some((route) => personalDoors.includes(route)) ? 'program' : 'open'
}

/** How one will know whether it works, and when to look. */
export interface Evaluation {
  readonly measures: readonly (Measure & { readonly id: MeasureId })[]
  /** months from adoption */
  readonly reviewMonths: ReviewMonths
  /** R4: no target for use in the first year */
  readonly hasTrustFirst: boolean
}

export function explainEvaluation({ component, rules }: Recommendation): Evaluation {
  return {
    measures: measuresOf[component].map((id) => ({ id, ...measures[id] })),
    reviewMonths: reviewMonthsOf[component],
    hasTrustFirst: rules.some(({ rule }) => rule === 'R4'),
  }
}
