import { join } from 'node:path'
import { sql } from 'kysely'
import { createAuthentication } from './accounts/authentication.ts'
import { createGuessing } from './accounts/known-browser.ts'
import { sessionKeyIn } from './accounts/no-backup-codes.ts'
import { type AppServices, createApp } from './app.ts'
import { makeArchiveKey } from './archive/archive-key.ts'
import { AssessmentId } from './assessments/contract.ts'
import { settleActs } from './audit/begin-act.ts'
import type { BallotBox } from './box.ts'
import { forgetBriefingSeats } from './briefings/forget-seats.ts'
import type { Config } from './config.ts'
import { claimFile } from './database/claim-file.ts'
import { openOffice } from './database/office.ts'
import { openPresence } from './database/presence.ts'
import type { Tell } from './events.ts'
import { forgetSeats } from './group-seats/forget-seats.ts'
import { forgetListedNames } from './interviews/forget-names.ts'
import { forgetInterviews } from './interviews/hear-managers.ts'
import { forgetInvitees } from './invitations/forget-invitees.ts'
import { createMailroom } from './invitations/mailroom.ts'
import { resumeRounds } from './invitations/send-round.ts'
import { createJobs } from './jobs/jobs.ts'
import { readOrMakeKey } from './key-file.ts'
import { listen } from './listen.ts'
import { openPost } from './mail/open-post.ts'
import { bringBoxAlong } from './registrar/bring-box-along.ts'
import { endCollecting } from './registrar/end-collecting.ts'
import { openRegistrar } from './registrar/registrar.ts'
import { resetsMade } from './registrar/resets/grant-resets.ts'
import { stopWhereRestored, timesResumed } from './registrar/restored.ts'
import { letInLatecomers } from './results/let-sources-in.ts'
import type { Clock } from './services.ts'
import { openSigningKey, type SigningKey } from './signing-key.ts'
import { countParticipation } from './tally/count-participation.ts'
import { finishCustody } from './tally/finish-custody.ts'

const keepingUpEveryMilliseconds = 60_000
/** Long work that is stopped is begun anew; so long it may still take when the office stops. */
const jobsMayTakeMilliseconds = 20_000

export interface RunningOffice extends AsyncDisposable {
  readonly origin: string
  /** Fails unless the database answers, and what is done every minute was done lately. */
  check(): Promise<void>
  readonly services: AppServices
}

/**
 * Opens the office: its database, its keys, the pages and everything but ballots.
 *
 * @param boxFor the ballot box, here or elsewhere, that obeys this installation's key
 * @throws FileInUse when another process keeps its office in the same SQLite file
 */
export async function startOffice(
  config: Config,
  tell: Tell,
  clock: Clock,
  boxFor: (key: SigningKey) => BallotBox,
): Promise<RunningOffice> {
  const claim = claimFile(config.database)
  const services = await createServices(config, tell, clock, boxFor).catch(
    (error: unknown) => {
      claim[Symbol.dispose]()
      throw error
    },
  )
  await stopWhereRestored(services)
  await settleActs(services)
  await resumeRounds(services)
  const app = createApp(services)
  const listening = await listen(app.fetch, config, { leavesNoTrace: false })
  const tellBox = bringBoxAlong(services)
  const keepUp = oneAtATime(async () => {
    // What each process remembers, it must look at itself; the rest is done by one of them.
    await stopWhereRestored(services)
    services.registrar.unitKeys.forgetGone()
    await tellBox()
    await services.presence.unlessUnderWay('keeping up', () => keepUpWith(services))
  }, tell)
  let isStopping = false
  const keepingUp = setInterval(() => void keepUp.run(), keepingUpEveryMilliseconds)
  await keepUp.run()
  tell({ event: 'started', origin: config.origin })
  return {
    origin: config.origin,
    services,
    async check() {
      if (isStopping) throw new Error('the office stops')
      await sql`select 1`.execute(services.db)
      if (keepUp.minutesAgo() > 5) throw new Error('nothing was kept up lately')
    },
    async [Symbol.asyncDispose]() {
      isStopping = true
      clearInterval(keepingUp)
      await listening.stop()
      await services.jobs.settle(jobsMayTakeMilliseconds)
      await services.mailroom.end()
      await keepUp.settle()
      await services.presence[Symbol.asyncDispose]()
      await services.db.destroy()
      claim[Symbol.dispose]()
      tell({ event: 'stopped' })
    },
  }
}

/** What time brings, once a minute. All of it can be repeated, and ends what a crash left. */
async function keepUpWith(services: AppServices): Promise<void> {
  await settleActs(services)
  await finishCustody(services)
  await countParticipation(services)
  await forgetInvitees(services)
  await forgetSeats(services)
  await forgetBriefingSeats(services)
  await letInLatecomers(services)
  await forgetInterviews(services)
  await forgetListedNames(services)
  await services.jobs.forgetOld()
  await services.guessing.forgetOld(services.clock.now().getTime())
}

/** Work that is done again and again. */
interface Repeated {
  run(): Promise<void>
  /** waits for what is being done just now */
  settle(): Promise<void>
  /** since it was last done without a fault, or since the start */
  minutesAgo(): number
}

/** What is still being done is not begun again; what fails is told, and tried the next time. */
function oneAtATime(work: () => Promise<void>, tell: Tell): Repeated {
  let doing: Promise<void> | null = null
  let done = performance.now()
  const tryOnce = async (): Promise<void> => {
    try {
      await work()
      done = performance.now()
    } catch (error) {
      tell({ event: 'failed', error })
    } finally {
      doing = null
    }
  }
  return {
    run() {
      doing ??= tryOnce()
      return doing
    },
    settle: async () => doing ?? undefined,
    minutesAgo: () => (performance.now() - done) / 60_000,
  }
}

async function createServices(
  config: Config,
  tell: Tell,
  clock: Clock,
  boxFor: (key: SigningKey) => BallotBox,
): Promise<AppServices> {
  const keys = join(config.dataFolder, 'keys')
  const db = await openOffice(config.database)
  const presence = await openPresence(config.database)
  const secret = readOrMakeKey(sessionKeyIn(config.dataFolder))
  makeArchiveKey(config.dataFolder)
  const signingKey = openSigningKey(join(keys, 'installation.key'))
  const registrar = openRegistrar(db, config.dataFolder)
  return {
    config,
    db,
    box: boxFor(signingKey),
    clock,
    tell,
    presence,
    jobs: createJobs({ db, clock, tell, presence }),
    post: openPost(config.mail, config.dataFolder),
    mailroom: createMailroom({ tell, presence }),
    doorSecret: secret,
    authentication: createAuthentication(db, config, secret, clock),
    guessing: createGuessing(db, secret, config.origin.startsWith('https:')),
    signingKey,
    registrar,
    unitKeysOf: ({ assessment, units }) =>
      registrar.unitKeys.publicKeysOf(AssessmentId.parse(assessment), units),
    endCollecting: (assessment) => endCollecting({ db, registrar }, assessment),
    exceptionsOf: async (assessment) => ({
      secondBallots: await resetsMade({ db }, assessment),
      resumed: await timesResumed({ db }, assessment),
    }),
  }
}
