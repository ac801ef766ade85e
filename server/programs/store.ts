import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { Component, type Decision, type Program } from './contract.ts'

export async function listDecisions(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<readonly Decision[]> {
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('assessment_id', '=', id)
    .orderBy('component')
    .execute()
  return rows.map((row) => ({
    component: Component.parse(row.component),
    adopted: row.adopted === 1,
    reason: row.reason,
    decidedBy: row.decided_by,
  }))
}

/** Keeps a decision in place of an earlier one. An adoption before it no longer holds. */
export async function saveDecision(
  db: OfficeDatabase,
  id: AssessmentId,
  { component, adopted, reason, decidedBy }: Decision,
): Promise<void> {
  const row = { adopted: adopted ? 1 : 0, reason, decided_by: decidedBy }
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('decision')
      .values({ assessment_id: id, component, ...row })
      .onConflict((conflict) =>
        conflict.columns(['assessment_id', 'component']).doUpdateSet(row),
      )
      .execute()
    await transaction.deleteFrom('program').where('assessment_id', '=', id).execute()
  })
}

export async function findAdoption(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<NonNullable<Program['adopted']> | null> {
  const row = await db
    .selectFrom('program')
    .selectAll()
    .where('assessment_id', '=', id)
    .executeTakeFirst()
  return row ? { by: row.adopted_by, on: row.adopted_on } : null
}

/** @returns false when the program was adopted already */
export async function saveAdoption(
  db: OfficeDatabase,
  id: AssessmentId,
  { by, on }: NonNullable<Program['adopted']>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('program')
    .values({ assessment_id: id, adopted_by: by, adopted_on: on })
    .onConflict((conflict) => conflict.column('assessment_id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
