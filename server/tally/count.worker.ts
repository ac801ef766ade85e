import { answerOffThread } from '../jobs/off-thread.ts'
import { type SomeBallots, type ToTally, tallyBallots } from './tally-ballots.ts'

answerOffThread<ToTally, SomeBallots>(tallyBallots)
