import type { WholeInstallation } from '../config.ts'
import { tellBoxOperator, tellOperator } from '../events.ts'
import { startWhole } from '../main.ts'
import { buildPages } from './build-pages.ts'
import { inviteToSetUp } from './invite-to-set-up.ts'
import type { Started } from './started.ts'

/** Office and ballot box in one process. */
export async function startAll(installation: WholeInstallation): Promise<Started> {
  await buildPages((sentence) => console.error(sentence))
  const tell = { office: tellOperator, ballotBox: tellBoxOperator }
  const running = await startWhole(installation, tell)
  const { office, ballotBox } = installation
  return {
    sentences: `Groundwork is running at ${office.origin}

${await inviteToSetUp(running.services)}

Ballots are cast at ${ballotBox.origin}, which people need not open.
Everything is kept in ${office.dataFolder}.`,
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  }
}
