import type { Answers } from '#surveys/questionnaire.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { FocusGroupId } from './contract.ts'

export interface StoredSession {
  readonly id: FocusGroupId
  readonly month: string
  readonly answers: Answers
}

export async function listSessions(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly StoredSession[]> {
  const rows = await db
    .selectFrom('focus_group')
    .selectAll()
    .where('assessment_id', '=', assessment)
    .orderBy('month')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: FocusGroupId.parse(row.id),
    month: row.month,
    answers: JSON.parse(row.answers),
  }))
}

export async function saveSession(
  db: OfficeDatabase,
  assessment: AssessmentId,
  { id, month, answers }: StoredSession,
): Promise<void> {
  await db
    .insertInto('focus_group')
    .values({ id, assessment_id: assessment, month, answers: JSON.stringify(answers) })
    .execute()
}

/** @returns false when there was no such session */
export async function removeSession(
  db: OfficeDatabase,
  assessment: AssessmentId,
  id: FocusGroupId,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('focus_group')
    .where('id', '=', id)
    .where('assessment_id', '=', assessment)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}
