import type { AnnualReport } from '../disclosure/annual-report.ts'
import type { Disclosed } from '../disclosure/disclosed.ts'
import type { ComponentId } from '../recommendation/components.ts'
import type { TopicBeside } from './against-need.ts'

/** A component of the program and how far it was carried out. */
export interface Deed {
  readonly component: ComponentId
  readonly standing: 'done' | 'partly' | 'not-done'
}

/** Everything that is said of one year of a program. */
export interface Year {
  readonly report: Disclosed<AnnualReport>
  readonly beside: readonly TopicBeside[]
  /** what was adopted; null where nothing was */
  readonly promised: {
    readonly on: string
    readonly components: readonly ComponentId[]
  } | null
  /** what was done of it; null where nobody has recorded it */
  readonly deeds: readonly Deed[] | null
  /** whether a later survey was released, that changes can be read from */
  readonly askedAgain: boolean
}
