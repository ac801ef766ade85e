import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import type { HeardBatch, HeardSource } from './batch.ts'

/** In the order they were let in. */
export async function listBatches<Said>(
  db: OfficeDatabase,
  assessment: AssessmentId,
  source: HeardSource,
): Promise<readonly HeardBatch<Said>[]> {
  const rows = await db
    .selectFrom('heard_batch')
    .select(['number', 'month', 'voices'])
    .where('assessment_id', '=', assessment)
    .where('source', '=', source)
    .orderBy('number')
    .execute()
  return rows.map(({ number, month, voices }) => ({
    number,
    month,
    voices: JSON.parse(voices),
  }))
}

/** @returns false when there is a batch of this number already */
export async function saveBatch<Said>(
  db: OfficeDatabase,
  assessment: AssessmentId,
  source: HeardSource,
  { number, month, voices }: HeardBatch<Said>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('heard_batch')
    .values({
      assessment_id: assessment,
      source,
      number,
      month,
      voices: JSON.stringify(voices),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
