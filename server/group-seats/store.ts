import { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'

export async function findBox(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('group_seat_box')
    .select('sealed')
    .where('assessment_id', '=', assessment)
    .executeTakeFirst()
  return row?.sealed
}

/** Makes room for seats; a box that is there stays. */
export async function saveEmptyBox(
  db: OfficeDatabase,
  assessment: AssessmentId,
  sealed: string,
): Promise<void> {
  await db
    .insertInto('group_seat_box')
    .values({ assessment_id: assessment, sealed })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** @returns false when another request changed it since it was read */
export async function saveBox(
  db: OfficeDatabase,
  assessment: AssessmentId,
  before: string,
  sealed: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('group_seat_box')
    .set({ sealed })
    .where('assessment_id', '=', assessment)
    .where('sealed', '=', before)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function listBoxes(db: OfficeDatabase): Promise<readonly AssessmentId[]> {
  const rows = await db.selectFrom('group_seat_box').select('assessment_id').execute()
  return rows.map(({ assessment_id }) => AssessmentId.parse(assessment_id))
}

export async function removeBox(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<void> {
  await db.deleteFrom('group_seat_box').where('assessment_id', '=', assessment).execute()
}
