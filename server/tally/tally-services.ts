import type { BallotServices } from '../ballot-box/cast-ballot.ts'
import type { Services } from '../services.ts'

/** Only the tally and what follows it are handed the office and the ballots together. */
export type TallyServices = Services & BallotServices
