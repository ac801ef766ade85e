import type { SaidOfUnit } from '#analysis/needs/unit-identity.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'

/** What was said of a unit, by whom and when. */
export interface SignedSaying extends SaidOfUnit {
  readonly by: string
  readonly on: string
}

export async function listSayings(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<readonly SignedSaying[]> {
  const rows = await db
    .selectFrom('unit_identity')
    .selectAll()
    .where('assessment_id', '=', id)
    .orderBy('unit')
    .execute()
  return rows.map(({ unit, earlier, said_by, said_on }) => {
    return { unit, earlier, by: said_by, on: said_on }
  })
}

/** Keeps what was said of a unit last. */
export async function saveSaying(
  db: OfficeDatabase,
  id: AssessmentId,
  { unit, earlier, by, on }: SignedSaying,
): Promise<void> {
  const said = { earlier, said_by: by, said_on: on }
  await db
    .insertInto('unit_identity')
    .values({ assessment_id: id, unit, ...said })
    .onConflict((conflict) =>
      conflict.columns(['assessment_id', 'unit']).doUpdateSet(said),
    )
    .execute()
}

export async function removeSaying(
  db: OfficeDatabase,
  id: AssessmentId,
  unit: string,
): Promise<void> {
  await db
    .deleteFrom('unit_identity')
    .where('assessment_id', '=', id)
    .where('unit', '=', unit)
    .execute()
}
