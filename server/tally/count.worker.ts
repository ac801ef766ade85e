import { answerOffThread } from '../jobs/off-thread.ts'
import type { Counted } from './count-once.ts'
import { storeRelease } from './stored-release.ts'
import { type SomeBallots, type ToTally, tallyBallots } from './tally-ballots.ts'

answerOffThread<ToTally, SomeBallots>(async (input, parts): Promise<Counted> => {
  const tallied = await tallyBallots(input, parts)
  if (tallied.kind !== 'tallied') return tallied
  return { ...tallied, release: storeRelease(tallied.release) }
})
