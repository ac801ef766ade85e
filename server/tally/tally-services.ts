import type { Manifest } from '#surveys/ballot/manifest.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import type { BallotBox } from '../box.ts'
import type { Services } from '../services.ts'

/** Only the tally and what follows it are handed the office and the ballot box together. */
export interface TallyServices extends Services {
  readonly box: BallotBox
  /** destroys what signs ballots and what says who collected one; can be repeated */
  readonly endCollecting: (assessment: AssessmentId) => Promise<void>
  /** the public keys of the manifest's units, in its order: they verify ballots */
  readonly unitKeysOf: (manifest: Manifest) => Promise<readonly string[]>
  /** what went otherwise than planned, and is published with the results */
  readonly exceptionsOf: (assessment: AssessmentId) => Promise<Exceptions>
}

/** Each could have let somebody answer twice. */
export interface Exceptions {
  /** people who were let collect a second ballot */
  readonly secondBallots: number
  /** how often collecting went on after a database had been put back from an earlier copy */
  readonly resumed: number
}
