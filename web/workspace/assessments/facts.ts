import type { Years } from '#server/annual-reports/contract.ts'
import type { Assessment } from '#server/assessments/contract.ts'
import type { Orientation } from '#server/orientation/contract.ts'
import type { Program } from '#server/programs/contract.ts'
import type { KeyHolders } from '#server/trustees/contract.ts'
import type { paths } from '../../paths.ts'
import type { Step } from './steps.ts'

/** Who something waits for. */
export type Actor =
  | 'organiser'
  | 'employee-side'
  | 'both'
  | 'key-holders'
  | 'employees'
  | 'provider'

/** What the pages know of an assessment when they say what comes next. */
export interface Facts {
  readonly assessment: Assessment
  readonly keys: KeyHolders | undefined
  /** what the plan still lacks, as codes of refusals; undefined until it is known */
  readonly lacking: readonly string[] | undefined
  /** after the release */
  readonly program: Program | undefined
  readonly orientation: Orientation | undefined
  /** what the provider reported, year by year */
  readonly years: Years['years'] | undefined
  /** today, to tell whether the last day of asking is over */
  readonly today: string
}

/** When something is done, and when it can be. */
export interface Rule {
  readonly step: Step
  readonly to: (typeof paths)[keyof typeof paths]
  readonly waitsFor: (facts: Facts) => Actor
  readonly isDone: (facts: Facts) => boolean
  /** what has to be there before it can be done */
  readonly isPossible: (facts: Facts) => boolean
}

/** Of what always waits for the same. */
export const by = (actor: Actor) => (): Actor => actor
