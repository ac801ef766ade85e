import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { oneAtATime } from '../database/one-at-a-time.ts'
import { Remark, type RemarkId } from './contract.ts'

export async function listRemarks(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<readonly Remark[]> {
  const rows = await db
    .selectFrom('plan_remark')
    .selectAll()
    .where('assessment_id', '=', id)
    .orderBy('number')
    .execute()
  return rows.map(({ name, said_on, settled_by, ...row }) =>
    Remark.parse({ ...row, by: name, on: said_on, settledBy: settled_by }),
  )
}

/** Adds a remark behind all others of its assessment. */
export async function saveRemark(
  db: OfficeDatabase,
  assessment: AssessmentId,
  remark: Remark,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await oneAtATime(transaction, `remarks on ${assessment}`)
    await insertLast(transaction, assessment, remark)
  })
}

async function insertLast(
  db: OfficeDatabase,
  assessment: AssessmentId,
  { id, place, role, by, on, revision, text }: Remark,
): Promise<void> {
  await db
    .insertInto('plan_remark')
    .columns([
      'id',
      'assessment_id',
      'place',
      'number',
      'role',
      'name',
      'said_on',
      'revision',
      'text',
    ])
    .expression((builder) =>
      builder
        .selectFrom('plan_remark')
        .where('assessment_id', '=', assessment)
        .select(({ fn, val, eb }) => [
          val(id as string).as('id'),
          val(assessment as string).as('assessment_id'),
          val(place as string).as('place'),
          eb(fn.coalesce(fn.max('number'), eb.lit(0)), '+', eb.lit(1)).as('number'),
          val(role as string).as('role'),
          val(by).as('name'),
          val(on).as('said_on'),
          val(revision).as('revision'),
          val(text).as('text'),
        ]),
    )
    .execute()
}

/** @returns false when there is no such open remark */
export async function settle(
  db: OfficeDatabase,
  assessment: AssessmentId,
  remark: RemarkId,
  by: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('plan_remark')
    .set({ settled_by: by })
    .where('assessment_id', '=', assessment)
    .where('id', '=', remark)
    .where('settled_by', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
