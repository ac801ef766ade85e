import type { CaseMeaning, ContactKind, OutcomeKind } from '../review/annual-lines.ts'
import type { AnnualCourse, AnnualTable } from './annual-tables.ts'
import type { AnsweredBand, Figure, RateBand } from './disclosed.ts'

/** A number of people: itself, fewer than the minimum (nobody included), or never told. */
export type PeopleTold =
  | { readonly kind: 'shown'; readonly people: number }
  | { readonly kind: 'few' }
  | { readonly kind: 'untold' }

/** Complaints or breaches: none, a few, or so many; and whether all were resolved. */
export interface IncidentsTold {
  readonly count:
    | { readonly kind: 'none' }
    | { readonly kind: 'few' }
    | { readonly kind: 'shown'; readonly count: number }
  /** null where there were none, or it was not told */
  readonly allResolved: boolean | null
}

/** A share of people and how many they are a share of; hidden below twenty. */
export interface ShareTold {
  readonly of: AnsweredBand
  readonly share: Figure
}

export interface OutcomeTold {
  readonly kind: OutcomeKind
  /** 0–100, 100 is best */
  readonly before: Figure
  readonly after: Figure
  /** of the mean change, at 95 %; null where one mean is a bound, or fewer than thirty answered */
  readonly change: { readonly low: number; readonly high: number } | null
}

/** What may be read of a provider's report. Nothing finer is kept. */
export interface AnnualReport {
  readonly rules: 'SDC-1'
  readonly from: string
  readonly to: string
  readonly months: number
  readonly covered: number
  readonly family: boolean
  /** when somebody counts as a case */
  readonly caseMeaning: CaseMeaning
  /** people with a new case */
  readonly cases: PeopleTold
  /** new cases of a hundred covered people and a year, to .1; null where cases are hidden */
  readonly use: number | null
  readonly contacts: Readonly<Record<ContactKind, PeopleTold>>
  /** null where not told, or where there were too few cases */
  readonly course: AnnualCourse | null
  readonly tables: {
    readonly route: AnnualTable | null
    readonly topic: AnnualTable | null
    readonly mode: AnnualTable | null
    readonly language: AnnualTable | null
  }
  /** the median wait in working days; null where not told, or too few cases */
  readonly waiting: number | null
  /** of new cases, seen within five working days */
  readonly soon: ShareTold | null
  /** sessions a case has on average */
  readonly sessions: number | null
  readonly referred: ShareTold | null
  /** of closed cases, closed as it was planned */
  readonly planned: ShareTold | null
  readonly satisfaction: (ShareTold & { readonly response: RateBand }) | null
  readonly complaints: IncidentsTold
  readonly breaches: IncidentsTold
  /** answers at both ends, of those who answered at the start; null where not told */
  readonly outcome: {
    readonly matched: AnsweredBand
    readonly stayed: RateBand
    readonly changes: readonly OutcomeTold[]
  } | null
  readonly vetting: { readonly counsellors: number; readonly vetted: number } | null
}
