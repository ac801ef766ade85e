import type { BallotBoxConfig } from '../config.ts'
import { tellBoxOperator } from '../events.ts'
import { startBallotBox } from '../start-ballot-box.ts'
import type { Started } from './started.ts'

/** The ballot box in a process of its own; the office is elsewhere. */
export async function startBoxAlone(config: BallotBoxConfig): Promise<Started> {
  const running = await startBallotBox(config, tellBoxOperator)
  return {
    sentences: `The ballot box of Groundwork is running at ${config.origin}

It takes ballots from pages of ${config.office}, and commands signed with the key
${config.officeKey}. Start the office there with

  GROUNDWORK_ROLE=office
  GROUNDWORK_BALLOT_BOX=${config.origin}

Everything of the ballot box is kept in ${config.dataFolder}.`,
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  }
}
