import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'

export interface UnitKey {
  readonly unit: string
  readonly privateKey: string
  readonly publicKey: string
}

export interface HashedCode {
  readonly hash: string
  readonly unit: string
}

/** Keys and codes of an assessment, in place of any made before. */
export async function saveDoor(
  db: OfficeDatabase,
  assessment: AssessmentId,
  keys: readonly UnitKey[],
  codes: readonly HashedCode[],
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom('unit_key')
      .where('assessment_id', '=', assessment)
      .execute()
    await transaction
      .deleteFrom('access_code')
      .where('assessment_id', '=', assessment)
      .execute()
    for (const { unit, privateKey, publicKey } of keys) {
      await transaction
        .insertInto('unit_key')
        .values({
          assessment_id: assessment,
          unit_id: unit,
          private_key: privateKey,
          public_key: publicKey,
        })
        .execute()
    }
    for (const { hash, unit } of codes) {
      await transaction
        .insertInto('access_code')
        .values({ code_hash: hash, assessment_id: assessment, unit_id: unit })
        .execute()
    }
  })
}

/** The unit a code belongs to and the key that signs for it, while its assessment is open. */
export async function findSigner(
  db: OfficeDatabase,
  assessment: AssessmentId,
  codeHash: string,
): Promise<{ readonly unit: string; readonly privateKey: string } | undefined> {
  const row = await db
    .selectFrom('access_code')
    .innerJoin('unit_key', (join) =>
      join
        .onRef('unit_key.assessment_id', '=', 'access_code.assessment_id')
        .onRef('unit_key.unit_id', '=', 'access_code.unit_id'),
    )
    .select(['access_code.unit_id', 'unit_key.private_key'])
    .where('access_code.code_hash', '=', codeHash)
    .where('access_code.assessment_id', '=', assessment)
    .executeTakeFirst()
  return row && { unit: row.unit_id, privateKey: row.private_key }
}
