import { Role } from '../../accounts/contract.ts'
import type { AssessmentId } from '../../assessments/contract.ts'
import type { OfficeDatabase } from '../../database/office.ts'

/** What is kept of the wishes of one unit. */
export interface UnitResets {
  readonly unit: string
  readonly wishes: string
  readonly agreedBy: Role | null
  readonly agreedTo: number | null
  readonly done: number
}

/** Nobody wishes anything yet; a unit that is there stays. */
export async function saveNoWishes(
  db: OfficeDatabase,
  assessment: AssessmentId,
  unit: string,
  wishes: string,
): Promise<void> {
  await db
    .insertInto('credential_reset')
    .values({
      assessment_id: assessment,
      unit_id: unit,
      wishes,
      agreed_by: null,
      agreed_to: null,
      done: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function listResets(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly UnitResets[]> {
  const rows = await db
    .selectFrom('credential_reset')
    .selectAll()
    .where('assessment_id', '=', assessment)
    .orderBy('unit_id')
    .execute()
  return rows.map((row) => ({
    unit: row.unit_id,
    wishes: row.wishes,
    agreedBy: Role.nullable().parse(row.agreed_by),
    agreedTo: row.agreed_to,
    done: row.done,
  }))
}

/** @returns false when the wishes of the unit changed since they were read */
export async function saveResets(
  db: OfficeDatabase,
  assessment: AssessmentId,
  before: UnitResets,
  { wishes, agreedBy, agreedTo, done }: Omit<UnitResets, 'unit'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('credential_reset')
    .set({ wishes, agreed_by: agreedBy, agreed_to: agreedTo, done })
    .where('assessment_id', '=', assessment)
    .where('unit_id', '=', before.unit)
    .where('wishes', '=', before.wishes)
    .where('done', '=', before.done)
    .where('agreed_by', before.agreedBy === null ? 'is' : '=', before.agreedBy)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** What nobody can open any more goes; how many there were stays for the release. */
export async function forgetWishes(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<void> {
  await db
    .updateTable('credential_reset')
    .set({ wishes: '', agreed_by: null, agreed_to: null })
    .where('assessment_id', '=', assessment)
    .execute()
}
