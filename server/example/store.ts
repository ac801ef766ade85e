import { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import type { SpareCodes } from './contract.ts'

export async function saveSpareCodes(
  db: OfficeDatabase,
  codes: SpareCodes,
): Promise<void> {
  for (const { assessment, unit, code } of codes) {
    await db
      .insertInto('spare_code')
      .values({ assessment_id: assessment, unit_name: unit, code })
      .execute()
  }
}

export async function listSpareCodes(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<SpareCodes> {
  const rows = await db
    .selectFrom('spare_code')
    .selectAll()
    .where('assessment_id', '=', assessment)
    .orderBy('unit_name')
    .execute()
  return rows.map((row) => ({
    assessment: AssessmentId.parse(row.assessment_id),
    unit: row.unit_name,
    code: row.code,
  }))
}
