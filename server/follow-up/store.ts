import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { type Deed, Entry } from './contract.ts'

/** What was said and decided, in its order. */
export async function listEntries(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<readonly Entry[]> {
  const rows = await db
    .selectFrom('action_entry')
    .selectAll()
    .where('assessment_id', '=', id)
    .orderBy('number')
    .execute()
  return rows.map(({ number, done_on, done_by, role, deed }) =>
    Entry.parse({ ...JSON.parse(deed), number, on: done_on, by: done_by, role }),
  )
}

export interface SignedDeed extends Pick<Entry, 'number' | 'on' | 'by' | 'role'> {
  readonly deed: Deed
}

/** @returns false when somebody else has written the entry of this number meanwhile */
export async function saveEntry(
  db: OfficeDatabase,
  id: AssessmentId,
  { number, on, by, role, deed }: SignedDeed,
): Promise<boolean> {
  const row = {
    assessment_id: id,
    number,
    done_on: on,
    done_by: by,
    role,
    deed: JSON.stringify(deed),
  }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('action_entry')
    .values(row)
    .onConflict((conflict) => conflict.columns(['assessment_id', 'number']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
