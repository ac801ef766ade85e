import { type Audience, audiencesOf } from './audiences.ts'
import { type Component, type ComponentId, componentOf } from './components.ts'
import { type Credential, credentialsOf } from './credentials.ts'
import { type Mode, modesOf } from './delivery.ts'
import { type Country, type DutyNote, dutyNotes } from './duty-notes.ts'
import { evidenceOf } from './evidence.ts'
import type { SourceId } from './evidence-sources.ts'
import {
  type Accompaniment,
  accompanimentsOf,
  type HierarchyLevel,
  hierarchyOf,
} from './hierarchy.ts'
import { type MeasureId, measuresOf } from './measures.ts'
import { type Provider, providersOf } from './providers.ts'
import { type ReviewMonths, reviewMonthsOf } from './review.ts'
import { type Route, routesOf } from './routes.ts'
import { type StandardId, standardsOf } from './standards.ts'

/** Everything the catalogue holds on one component. */
export interface CatalogueEntry extends Component {
  readonly audiences: readonly Audience[]
  readonly routes: readonly Route[]
  readonly modes: readonly Mode[]
  readonly providers: readonly Provider[]
  readonly credentials: readonly Credential[]
  readonly measures: readonly MeasureId[]
  readonly sources: readonly SourceId[]
  readonly standards: readonly StandardId[]
  readonly hierarchy: HierarchyLevel
  readonly accompaniments: readonly Accompaniment[]
  readonly reviewMonths: ReviewMonths
}

/** The whole entry of a component, put together from the parts that each hold one idea. */
export function entryOf(id: ComponentId): CatalogueEntry {
  return {
    ...componentOf(id),
    audiences: audiencesOf[id],
    routes: routesOf[id],
    modes: modesOf[id],
    providers: providersOf[id],
    credentials: credentialsOf[id],
    measures: measuresOf[id],
    sources: evidenceOf[id],
    standards: standardsOf[id],
    hierarchy: hierarchyOf[id],
    accompaniments: accompanimentsOf(id),
    reviewMonths: reviewMonthsOf[id],
  }
}

/** The notes of a country's law on a component; none where the country is not known. */
export function notesOn(id: ComponentId, country: Country | null): readonly DutyNote[] {
  if (country === null) return []
  return dutyNotes[country].filter(({ components }) => components.includes(id))
}
