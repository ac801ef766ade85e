import type { OfficeDatabase } from '../database/office.ts'
import { Job, JobId } from './contract.ts'

export interface StoredJob {
  readonly owner: string
  /** the process that does it */
  readonly holder: string
  readonly job: Job
}

export async function saveNewJob(
  db: OfficeDatabase,
  { owner, holder, job }: StoredJob,
  subject: string | null,
): Promise<void> {
  await db
    .insertInto('job')
    .values({ ...toRow(job), id: job.id, owner, subject, holder, ended_on: null })
    .execute()
}

/** @param endedOn the day, for one that has ended */
export async function saveJob(
  db: OfficeDatabase,
  job: Job,
  endedOn: string | null,
): Promise<void> {
  await db
    .updateTable('job')
    .set({ ...toRow(job), ended_on: endedOn })
    .where('id', '=', job.id)
    .execute()
}

export async function findJob(
  db: OfficeDatabase,
  id: JobId,
): Promise<StoredJob | undefined> {
  const row = await db
    .selectFrom('job')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** What runs, as far as is known, of an owner and about a subject. */
export async function listRunning(
  db: OfficeDatabase,
  owner: string,
  subject: string,
): Promise<readonly StoredJob[]> {
  const rows = await db
    .selectFrom('job')
    .selectAll()
    .where('owner', '=', owner)
    .where('subject', '=', subject)
    .where('state', '=', 'running')
    .execute()
  return rows.map(fromRow)
}

export async function removeJobsEndedBefore(
  db: OfficeDatabase,
  day: string,
): Promise<void> {
  await db.deleteFrom('job').where('ended_on', '<', day).execute()
}

function toRow(job: Job) {
  return {
    state: job.state,
    thousandths: job.state === 'running' ? Math.round(job.done * 1000) : 1000,
    step: job.state === 'running' ? job.step : '',
    code: job.state === 'failed' ? job.code : null,
  }
}

function fromRow(row: {
  readonly id: string
  readonly owner: string
  readonly holder: string
  readonly state: string
  readonly thousandths: number
  readonly step: string
  readonly code: string | null
}): StoredJob {
  const { owner, holder, state, step, code } = row
  const done = row.thousandths / 1000
  const id = JobId.parse(row.id)
  return { owner, holder, job: Job.parse({ state, id, done, step, code }) }
}
