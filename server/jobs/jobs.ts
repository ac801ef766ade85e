import { randomUUID } from 'node:crypto'
import type { Tell } from '../events.ts'
import { Refusal } from '../refusal.ts'
import { type Job, JobId } from './contract.ts'

/** Says how far the work is, 0–1, and what is being done now. */
export type Report = (done: number, step: string) => void

export interface Jobs {
  /** Starts work off the request path. Only the same owner can ask after it. */
  start(owner: string, work: (report: Report) => Promise<void>): Job
  find(owner: string, id: JobId): Job
  /** Waits until nothing is under way any more, so many milliseconds at most. */
  settle(patience: number): Promise<void>
}

/**
 * Long work of this process, in memory: what it produces is stored by the work itself, so a
 * restart loses the progress bar and nothing else.
 */
export function createJobs(tell: Tell): Jobs {
  const jobs = new Map<JobId, { readonly owner: string; job: Job }>()
  const underWay = new Set<Promise<void>>()
  return {
    start(owner, work) {
      const id = JobId.parse(randomUUID())
      const entry: { readonly owner: string; job: Job } = {
        owner,
        job: { state: 'running', id, done: 0, step: 'started' },
      }
      jobs.set(id, entry)
      const report: Report = (done, step) => {
        entry.job = { state: 'running', id, done, step }
      }
      const ending = work(report).then(
        () => {
          entry.job = { state: 'finished', id }
        },
        (error: unknown) => {
          entry.job = { state: 'failed', id, code: codeOf(error) }
          if (!(error instanceof Refusal)) tell({ event: 'failed', error })
        },
      )
      underWay.add(ending)
      void ending.then(() => underWay.delete(ending))
      return entry.job
    },

    find(owner, id) {
      const entry = jobs.get(id)
      if (entry?.owner !== owner) throw new Refusal('job-not-found')
      return entry.job
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

const codeOf = (error: unknown): string =>
  error instanceof Refusal ? error.code : 'internal-error'
