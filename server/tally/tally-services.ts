import type { AssessmentId } from '../assessments/contract.ts'
import type { BallotBox } from '../box.ts'
import type { Services } from '../services.ts'

/** Only the tally and what follows it are handed the office and the ballot box together. */
export interface TallyServices extends Services {
  readonly box: BallotBox
  /** destroys what signs ballots and what says who collected one; can be repeated */
  readonly endCollecting: (assessment: AssessmentId) => Promise<void>
  /** how many people were let collect a second ballot */
  readonly resetsMade: (assessment: AssessmentId) => Promise<number>
}
