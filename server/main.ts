import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { createAuthentication } from './accounts/authentication.ts'
import { type AppServices, createApp } from './app.ts'
import { acceptManifest } from './ballot-box/keep-box.ts'
import type { Config } from './config.ts'
import { openBallots } from './database/ballots.ts'
import { openOffice } from './database/office.ts'
import type { Tell } from './events.ts'
import { createJobs } from './jobs/jobs.ts'
import { readOrMakeKey } from './key-file.ts'
import { finishReleases } from './results/release-results.ts'
import { type Clock, systemClock } from './services.ts'
import { countParticipation } from './tally/count-participation.ts'

const countingEveryMilliseconds = 60_000

export interface Running extends AsyncDisposable {
  readonly origin: string
  readonly services: AppServices
}

/** Opens the databases, brings them up to date and listens. */
export async function startServer(
  config: Config,
  tell: Tell,
  clock: Clock = systemClock,
): Promise<Running> {
  const services = await createServices(config, tell, clock)
  await finishReleases(services)
  const server = await listen(config, services)
  const count = () =>
    countParticipation(services).catch((error: unknown) =>
      tell({ event: 'failed', error }),
    )
  const counting = setInterval(count, countingEveryMilliseconds)
  await count()
  return {
    origin: config.origin,
    services,
    async [Symbol.asyncDispose]() {
      clearInterval(counting)
      await stopListening(server)
      await services.db.destroy()
      await services.ballots.destroy()
    },
  }
}

async function createServices(
  config: Config,
  tell: Tell,
  clock: Clock,
): Promise<AppServices> {
  const { dataFolder } = config
  const db = await openOffice(join(dataFolder, 'office.sqlite'))
  const ballots = await openBallots(join(dataFolder, 'ballot-box.sqlite'))
  const secret = readOrMakeKey(join(dataFolder, 'keys', 'session.key'))
  return {
    config,
    db,
    ballots,
    clock,
    tell,
    jobs: createJobs(tell),
    authentication: createAuthentication(db, config, secret),
    publishManifest: (manifest) => acceptManifest({ ballots }, manifest),
  }
}

function listen({ host, port }: Config, services: AppServices): Promise<ServerType> {
  const app = createApp(services)
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, () =>
      resolve(server),
    )
    server.once('error', reject)
  })
}

function stopListening(server: ServerType): Promise<void> {
  if ('closeAllConnections' in server) server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
