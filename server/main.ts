import type { WholeInstallation } from './config.ts'
import type { BallotDatabase } from './database/ballots.ts'
import type { Tell, TellOfBox } from './events.ts'
import { type Clock, systemClock } from './services.ts'
import { startBallotBox } from './start-ballot-box.ts'
import { type RunningOffice, startOffice } from './start-office.ts'

/** Where the events of the two parts go. */
export interface Tellers {
  readonly office: Tell
  readonly ballotBox: TellOfBox
}

export interface Running extends RunningOffice {
  /** where ballots are cast */
  readonly ballotOrigin: string
  /** see `RunningBox` */
  checkBox(): Promise<void>
  readonly ballots: BallotDatabase
}

/** Office and ballot box in one process, on two origins with two databases. */
export async function startWhole(
  { office, ballotBox }: WholeInstallation,
  tell: Tellers,
  clock: Clock = systemClock,
): Promise<Running> {
  const box = await startBallotBox(ballotBox, tell.ballotBox)
  try {
    const running = await startOffice(office, tell.office, clock, () => box.box)
    return {
      ...running,
      ballotOrigin: box.origin,
      ballots: box.ballots,
      checkBox: () => box.check(),
      async [Symbol.asyncDispose]() {
        await running[Symbol.asyncDispose]()
        await box[Symbol.asyncDispose]()
      },
    }
  } catch (error) {
    await box[Symbol.asyncDispose]()
    throw error
  }
}
