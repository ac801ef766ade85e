import type { Answers } from '#surveys/questionnaire.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { InterviewId } from './contract.ts'

export interface StoredInterview {
  readonly id: InterviewId
  readonly unit: string
  readonly month: string
  readonly answers: Answers
}

export async function listInterviews(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly StoredInterview[]> {
  const rows = await db
    .selectFrom('manager_interview')
    .selectAll()
    .where('assessment_id', '=', assessment)
    .orderBy('unit_id')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: InterviewId.parse(row.id),
    unit: row.unit_id,
    month: row.month,
    answers: JSON.parse(row.answers),
  }))
}

export async function saveInterview(
  db: OfficeDatabase,
  assessment: AssessmentId,
  { id, unit, month, answers }: StoredInterview,
): Promise<void> {
  await db
    .insertInto('manager_interview')
    .values({
      id,
      assessment_id: assessment,
      unit_id: unit,
      month,
      answers: JSON.stringify(answers),
    })
    .execute()
}

/** @returns false when there was no such interview */
export async function removeInterview(
  db: OfficeDatabase,
  assessment: AssessmentId,
  id: InterviewId,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('manager_interview')
    .where('id', '=', id)
    .where('assessment_id', '=', assessment)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}
