import { randomUUID } from 'node:crypto'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { type Job, JobId } from './contract.ts'
import {
  findJob,
  listRunning,
  removeJobsEndedBefore,
  type StoredJob,
  saveJob,
  saveNewJob,
} from './store.ts'

/** Says how far the work is, 0–1, and what is being done now. */
export type Report = (done: number, step: string) => void

export interface Jobs {
  /**
   * Starts work off the request path. Only the same owner can ask after it.
   *
   * @param subject what the work is about: while it runs, starting it again gives the same job
   */
  start(
    owner: string,
    work: (report: Report) => Promise<void>,
    subject?: string,
  ): Promise<Job>
  find(owner: string, id: JobId): Promise<Job>
  /** Forgets what ended before yesterday. */
  forgetOld(): Promise<void>
  /** Waits until nothing is under way here any more, so many milliseconds at most. */
  settle(patience: number): Promise<void>
}

type Reach = Pick<Services, 'db' | 'clock' | 'tell' | 'presence'>

const dayMilliseconds = 24 * 3_600_000

/**
 * Long work of this process. How far it is stands in the database, where every process finds it;
 * what it produces is stored by the work itself, so that the end of its process loses the
 * progress bar and nothing else.
 */
export function createJobs(reach: Reach): Jobs {
  const { db, clock, presence } = reach
  const underWay = new Set<Promise<void>>()
  const start: Jobs['start'] = async (owner, work, subject) => {
    const id = JobId.parse(randomUUID())
    const job: Job = { state: 'running', id, done: 0, step: 'started' }
    await saveNewJob(db, { owner, holder: presence.id, job }, subject ?? null)
    const ending = run(reach, id, work)
    underWay.add(ending)
    void ending.then(() => underWay.delete(ending))
    return job
  }
  return {
    async start(owner, work, subject) {
      if (subject === undefined) return start(owner, work)
      return presence.inTurn(`job ${owner} ${subject}`, async () => {
        for (const running of await listRunning(db, owner, subject)) {
          const job = await asItIs(reach, running)
          if (job.state === 'running') return job
        }
        return start(owner, work, subject)
      })
    },

    async find(owner, id) {
      const stored = await findJob(db, id)
      if (stored?.owner !== owner) throw new Refusal('job-not-found')
      return asItIs(reach, stored)
    },

    async forgetOld() {
      const yesterday = new Date(clock.now().getTime() - dayMilliseconds)
      await removeJobsEndedBefore(db, yesterday.toISOString().slice(0, 10))
    },

    async settle(patience) {
      let late: NodeJS.Timeout | undefined
      const patient = new Promise<void>((resolve) => {
        late = setTimeout(resolve, patience)
      })
      await Promise.race([Promise.all(underWay), patient])
      clearTimeout(late)
    },
  }
}

/** What was being done by a process that has ended is not being done. */
async function asItIs(
  { presence }: Pick<Reach, 'presence'>,
  { job, holder }: StoredJob,
): Promise<Job> {
  if (job.state !== 'running' || (await presence.isThere(holder))) return job
  return { state: 'failed', id: job.id, code: 'job-interrupted' }
}

async function run(
  { db, clock, tell }: Reach,
  id: JobId,
  work: (report: Report) => Promise<void>,
): Promise<void> {
  const noting = new Noting(async (done, step) => {
    await saveJob(db, { state: 'running', id, done, step }, null)
  })
  let ended: Job = { state: 'finished', id }
  try {
    await work((done, step) => noting.note(done, step))
  } catch (error) {
    ended = { state: 'failed', id, code: codeOf(error) }
    if (!(error instanceof Refusal)) tell({ event: 'failed', error })
  }
  try {
    await noting.end()
    await saveJob(db, ended, clock.now().toISOString().slice(0, 10))
  } catch (error) {
    tell({ event: 'failed', error })
  }
}

const notedEveryMilliseconds = 300

/** Writes down how far work is, the latest word and not every one. */
class Noting {
  readonly #write: (done: number, step: string) => Promise<void>
  #latest: readonly [number, string] | null = null
  #writing: Promise<void> | null = null
  #last = 0

  constructor(write: (done: number, step: string) => Promise<void>) {
    this.#write = write
  }

  note(done: number, step: string): void {
    this.#latest = [done, step]
    if (performance.now() - this.#last < notedEveryMilliseconds) return
    this.#writing ??= this.#writeLatest()
  }

  /** After this nothing more is written. */
  async end(): Promise<void> {
    this.#latest = null
    await this.#writing
  }

  /** How far work is may stay unsaid: the work goes on. */
  async #writeLatest(): Promise<void> {
    const latest = this.#latest
    this.#latest = null
    this.#last = performance.now()
    if (latest) await this.#write(...latest).catch(() => undefined)
    this.#writing = null
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Refusal ? error.code : 'internal-error'
