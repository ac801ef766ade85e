import { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { KeyHolderId } from '../trustees/contract.ts'
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

/** The key of an invented key holder, and the secret of the link to their page. */
export interface InventedKey {
  readonly holder: KeyHolderId
  readonly secret: string
  /** X25519, raw, base64url */
  readonly privateKey: string
}

export async function saveInventedKeys(
  db: OfficeDatabase,
  assessment: AssessmentId,
  keys: readonly InventedKey[],
): Promise<void> {
  for (const { holder, secret, privateKey } of keys) {
    await db
      .insertInto('invented_key')
      .values({
        assessment_id: assessment,
        trustee_id: holder,
        secret,
        private_key: privateKey,
      })
      .execute()
  }
}

export async function removeInventedKeys(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<void> {
  await db.deleteFrom('invented_key').where('assessment_id', '=', assessment).execute()
}

export async function listInventedKeys(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly InventedKey[]> {
  const rows = await db
    .selectFrom('invented_key')
    .selectAll()
    .where('assessment_id', '=', assessment)
    .orderBy('trustee_id')
    .execute()
  return rows.map(({ trustee_id, secret, private_key }) => ({
    holder: KeyHolderId.parse(trustee_id),
    secret,
    privateKey: private_key,
  }))
}
