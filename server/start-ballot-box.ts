import { sql } from 'kysely'
import { makeArchiveKey } from './archive/archive-key.ts'
import { createBallotApp } from './ballot-box/app.ts'
import { boxServices } from './ballot-box/box-services.ts'
import { beginSession } from './ballot-box/command-session.ts'
import { boxHere } from './ballot-box/keep-box.ts'
import { tellWhereRestored } from './ballot-box/restored.ts'
import type { BallotBox } from './box.ts'
import type { BallotBoxConfig } from './config.ts'
import { type BallotDatabase, openBallots } from './database/ballots.ts'
import { claimFile } from './database/claim-file.ts'
import type { TellOfBox } from './events.ts'
import { listen } from './listen.ts'
import { refuseTickets } from './refuse-tickets.ts'

export interface RunningBox extends AsyncDisposable {
  readonly origin: string
  /** Fails unless the database answers. */
  check(): Promise<void>
  readonly ballots: BallotDatabase
  /** the box, for an office in the same process */
  readonly box: BallotBox
}

async function open(config: BallotBoxConfig, tell: TellOfBox) {
  const ballots = await openBallots(config.database)
  makeArchiveKey(config.dataFolder)
  const services = boxServices(config, ballots, tell)
  await tellWhereRestored(services)
  await beginSession(ballots)
  return { ballots, services }
}

/**
 * Opens the ballot box: its database, its keys, and the door where ballots are cast.
 *
 * @throws FileInUse when another process keeps its ballots in the same SQLite file
 */
export async function startBallotBox(
  config: BallotBoxConfig,
  tell: TellOfBox,
): Promise<RunningBox> {
  const claim = claimFile(config.database)
  const { ballots, services } = await open(config, tell).catch((error: unknown) => {
    claim[Symbol.dispose]()
    throw error
  })
  const listening = await listen(createBallotApp(services).fetch, config, {
    leavesNoTrace: true,
  })
  let isStopping = false
  const stop = async (): Promise<void> => {
    isStopping = true
    await listening.stop()
    await ballots.destroy()
    claim[Symbol.dispose]()
  }
  if (config.certificate) {
    await refuseTickets(config).catch(async (error: unknown) => {
      await stop()
      throw error
    })
  }
  tell({ event: 'box-started' })
  return {
    origin: config.origin,
    ballots,
    check: async () => {
      if (isStopping) throw new Error('the ballot box stops')
      await sql`select 1`.execute(ballots)
    },
    box: boxHere(services),
    async [Symbol.asyncDispose]() {
      await stop()
      tell({ event: 'box-stopped' })
    },
  }
}
