import type { Selectable } from 'kysely'
import { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import {
  type Content,
  InterviewId,
  type InterviewState,
  interviewStates,
  type LetOut,
} from './contract.ts'
import type { InterviewTables } from './tables.ts'

type Row = Selectable<InterviewTables['manager_interview']>

export interface StoredInterview {
  readonly id: InterviewId
  readonly assessment: AssessmentId
  readonly units: readonly string[]
  readonly label: string | null
  readonly state: InterviewState
  readonly version: number
  readonly content: Content | null
  readonly letOut: LetOut['sentences'] | null
}

/** In the order of their ids, which are random. */
export async function listInterviews(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly StoredInterview[]> {
  const rows = await db
    .selectFrom('manager_interview')
    .selectAll()
    .where('assessment_id', '=', assessment)
    .orderBy('id')
    .execute()
  return rows.map(toInterview)
}

export async function findInterview(
  db: OfficeDatabase,
  assessment: AssessmentId,
  id: InterviewId,
): Promise<StoredInterview | undefined> {
  const row = await db
    .selectFrom('manager_interview')
    .selectAll()
    .where('assessment_id', '=', assessment)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toInterview(row)
}

export async function findByLink(
  db: OfficeDatabase,
  linkHash: string,
): Promise<StoredInterview | undefined> {
  const row = await db
    .selectFrom('manager_interview')
    .selectAll()
    .where('link_hash', '=', linkHash)
    .executeTakeFirst()
  return row && toInterview(row)
}

/** Whether a link led somewhere before another took its place. */
export async function isSpent(db: OfficeDatabase, linkHash: string): Promise<boolean> {
  const row = await db
    .selectFrom('manager_interview')
    .select('id')
    .where('spent_hash', '=', linkHash)
    .executeTakeFirst()
  return row !== undefined
}

export async function savePlanned(
  db: OfficeDatabase,
  planned: Pick<StoredInterview, 'id' | 'assessment' | 'units' | 'label'>,
  linkHash: string,
): Promise<void> {
  await db
    .insertInto('manager_interview')
    .values({
      id: planned.id,
      assessment_id: planned.assessment,
      units: JSON.stringify(planned.units),
      label: planned.label,
      link_hash: linkHash,
      spent_hash: null,
      state: 'planned',
      version: 0,
      content: null,
      let_out: null,
    })
    .execute()
}

type Seen = Pick<StoredInterview, 'id' | 'version' | 'state'>

/** What an interview becomes. Whatever is not named stays. */
export interface Change {
  readonly state?: InterviewState
  readonly content?: Content
  readonly letOut?: LetOut['sentences']
  /** takes the place of the link there is, which is spent */
  readonly linkHash?: string
}

/**
 * Changes an interview as it was seen; its version goes up, and once something was said nobody
 * needs its label.
 *
 * @returns false when it changed meanwhile
 */
export async function saveChange(
  db: OfficeDatabase,
  seen: Seen,
  { state, content, letOut, linkHash }: Change,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('manager_interview')
    .set((row) => ({
      version: seen.version + 1,
      ...(state && { state, label: null }),
      ...(content && { content: JSON.stringify(content) }),
      ...(letOut && { let_out: JSON.stringify(letOut) }),
      ...(linkHash && { link_hash: linkHash, spent_hash: row.ref('link_hash') }),
    }))
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .where('state', '=', seen.state)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** @returns false when there is none in this state */
export async function removeInterview(
  db: OfficeDatabase,
  { id, version, state }: Seen,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('manager_interview')
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', state)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** Takes out every interview of an assessment. */
export async function removeInterviews(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<void> {
  await db
    .deleteFrom('manager_interview')
    .where('assessment_id', '=', assessment)
    .execute()
}

function toInterview(row: Row): StoredInterview {
  return {
    id: InterviewId.parse(row.id),
    assessment: AssessmentId.parse(row.assessment_id),
    units: JSON.parse(row.units),
    label: row.label,
    state: interviewStates.find((state) => state === row.state) ?? 'planned',
    version: row.version,
    content: row.content === null ? null : JSON.parse(row.content),
    letOut: row.let_out === null ? null : JSON.parse(row.let_out),
  }
}
