import type { BallotBoxConfig, WatchConfig } from '../config.ts'
import { tellBoxOperator } from '../events.ts'
import { startBallotBox } from '../start-ballot-box.ts'
import { createEventCounter } from '../watch/count-events.ts'
import { openWatch } from '../watch/open-watch.ts'
import type { Started } from './started.ts'

/** The ballot box in a process of its own; the office is elsewhere. */
export async function startBoxAlone(
  config: BallotBoxConfig,
  watch: WatchConfig,
): Promise<Started> {
  const events = createEventCounter()
  const tell = events.counting('ballot-box', tellBoxOperator)
  const running = await startBallotBox(config, tell)
  const watching = await openWatch(watch, {
    role: 'ballot-box',
    counts: events.counts,
    checks: { 'ballot-box': () => running.check() },
  })
  return {
    sentences: `The ballot box of Groundwork is running at ${config.origin}

It takes ballots from pages of ${config.office}, and commands signed with the key
${config.officeKey}. Start the office there with

  GROUNDWORK_ROLE=office
  GROUNDWORK_BALLOT_BOX=${config.origin}

Everything of the ballot box is kept in ${config.dataFolder}.`,
    async [Symbol.asyncDispose]() {
      await running[Symbol.asyncDispose]()
      await watching?.stop()
    },
  }
}
