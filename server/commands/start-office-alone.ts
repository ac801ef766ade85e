import type { Config, WatchConfig } from '../config.ts'
import { remoteBox } from '../control/remote-box.ts'
import { tellOperator } from '../events.ts'
import { systemClock } from '../services.ts'
import { startOffice } from '../start-office.ts'
import { createEventCounter } from '../watch/count-events.ts'
import { openWatch } from '../watch/open-watch.ts'
import { buildPages } from './build-pages.ts'
import { inviteToSetUp } from './invite-to-set-up.ts'
import type { Started } from './started.ts'

/** The office in a process of its own; the ballot box is elsewhere. */
export async function startOfficeAlone(
  config: Config,
  watch: WatchConfig,
): Promise<Started> {
  await buildPages((sentence) => console.error(sentence))
  const events = createEventCounter()
  const tell = events.counting('office', tellOperator)
  const running = await startOffice(config, tell, systemClock, (key) =>
    remoteBox(config.ballotBox, key),
  )
  const watching = await openWatch(watch, {
    role: 'office',
    counts: events.counts,
    checks: { office: () => running.check() },
  })
  const { services } = running
  return {
    sentences: `The office of Groundwork is running at ${config.origin}

${await inviteToSetUp(services)}

Ballots are cast at ${config.ballotBox}. Start the ballot box there with

  GROUNDWORK_ROLE=ballot-box
  GROUNDWORK_ORIGIN=${config.origin}
  GROUNDWORK_BALLOT_ORIGIN=${config.ballotBox}
  GROUNDWORK_OFFICE_KEY=${services.signingKey.publicKey}

Everything of the office is kept in ${config.dataFolder}.`,
    async [Symbol.asyncDispose]() {
      await running[Symbol.asyncDispose]()
      await watching?.stop()
    },
  }
}
