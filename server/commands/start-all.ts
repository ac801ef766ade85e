import type { WatchConfig, WholeInstallation } from '../config.ts'
import { tellBoxOperator, tellOperator } from '../events.ts'
import { startWhole } from '../main.ts'
import { createEventCounter } from '../watch/count-events.ts'
import { openWatch } from '../watch/open-watch.ts'
import { buildPages } from './build-pages.ts'
import { inviteToSetUp } from './invite-to-set-up.ts'
import type { Started } from './started.ts'

/** Office and ballot box in one process. */
export async function startAll(
  installation: WholeInstallation,
  watch: WatchConfig,
): Promise<Started> {
  await buildPages((sentence) => console.error(sentence))
  const events = createEventCounter()
  const tell = {
    office: events.counting('office', tellOperator),
    ballotBox: events.counting('ballot-box', tellBoxOperator),
  }
  const running = await startWhole(installation, tell)
  const watching = await openWatch(watch, {
    role: 'all',
    counts: events.counts,
    checks: { office: () => running.check(), 'ballot-box': () => running.checkBox() },
  })
  const { office, ballotBox } = installation
  return {
    sentences: `Groundwork is running at ${office.origin}

${await inviteToSetUp(running.services)}

Ballots are cast at ${ballotBox.origin}, which people need not open.
Everything is kept in ${office.dataFolder}.`,
    async [Symbol.asyncDispose]() {
      await running[Symbol.asyncDispose]()
      await watching?.stop()
    },
  }
}
