import type { Selectable } from 'kysely'
import { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { KeyHolderId, type NameKeyHolder, Side } from './contract.ts'
import type { TrusteeTables } from './tables.ts'

type Row = Selectable<TrusteeTables['trustee']>

/** A key holder with what only the server keeps of them. */
export interface Trustee extends NameKeyHolder {
  readonly id: KeyHolderId
  readonly assessment: AssessmentId
  readonly publicKey: string | null
  readonly confirmed: boolean
}

/** In the order of their ids, which are random. */
export async function listTrustees(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly Trustee[]> {
  const rows = await db
    .selectFrom('trustee')
    .selectAll()
    .where('assessment_id', '=', assessment)
    .orderBy('id')
    .execute()
  return rows.map(toTrustee)
}

export async function findTrusteeByLink(
  db: OfficeDatabase,
  linkHash: string,
): Promise<Trustee | undefined> {
  const row = await db
    .selectFrom('trustee')
    .selectAll()
    .where('link_hash', '=', linkHash)
    .executeTakeFirst()
  return row && toTrustee(row)
}

export async function saveTrustee(
  db: OfficeDatabase,
  assessment: AssessmentId,
  id: KeyHolderId,
  { name, side }: NameKeyHolder,
): Promise<void> {
  await db
    .insertInto('trustee')
    .values({
      assessment_id: assessment,
      id,
      name,
      side,
      link_hash: null,
      public_key: null,
      expected_answer: null,
      confirmed: 0,
    })
    .execute()
}

/** @returns false when there is no such key holder */
export async function removeTrustee(
  db: OfficeDatabase,
  assessment: AssessmentId,
  id: KeyHolderId,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('trustee')
    .where('assessment_id', '=', assessment)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** A new link takes the place of any before. */
export async function saveLink(
  db: OfficeDatabase,
  { assessment, id }: Pick<Trustee, 'assessment' | 'id'>,
  linkHash: string,
): Promise<void> {
  await db
    .updateTable('trustee')
    .set({ link_hash: linkHash })
    .where('assessment_id', '=', assessment)
    .where('id', '=', id)
    .execute()
}

/** @returns false when the holder has a key already: a key is made once */
export async function savePublicKey(
  db: OfficeDatabase,
  { assessment, id }: Pick<Trustee, 'assessment' | 'id'>,
  publicKey: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('trustee')
    .set({ public_key: publicKey })
    .where('assessment_id', '=', assessment)
    .where('id', '=', id)
    .where('public_key', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function saveExpectedAnswer(
  db: OfficeDatabase,
  { assessment, id }: Pick<Trustee, 'assessment' | 'id'>,
  expectedAnswer: string,
): Promise<void> {
  await db
    .updateTable('trustee')
    .set({ expected_answer: expectedAnswer })
    .where('assessment_id', '=', assessment)
    .where('id', '=', id)
    .execute()
}

/** Takes an answer, once. @returns false when it is not the one awaited */
export async function takeAnswer(
  db: OfficeDatabase,
  { assessment, id }: Pick<Trustee, 'assessment' | 'id'>,
  answer: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('trustee')
    .set({ expected_answer: null })
    .where('assessment_id', '=', assessment)
    .where('id', '=', id)
    .where('expected_answer', '=', answer)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function saveConfirmed(
  db: OfficeDatabase,
  { assessment, id }: Pick<Trustee, 'assessment' | 'id'>,
): Promise<void> {
  await db
    .updateTable('trustee')
    .set({ confirmed: 1 })
    .where('assessment_id', '=', assessment)
    .where('id', '=', id)
    .execute()
}

export async function findNeeded(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('key_rule')
    .select('needed')
    .where('assessment_id', '=', assessment)
    .executeTakeFirst()
  return row?.needed
}

export async function saveNeeded(
  db: OfficeDatabase,
  assessment: AssessmentId,
  needed: number,
): Promise<void> {
  await db
    .insertInto('key_rule')
    .values({ assessment_id: assessment, needed })
    .onConflict((conflict) => conflict.column('assessment_id').doUpdateSet({ needed }))
    .execute()
}

function toTrustee(row: Row): Trustee {
  return {
    id: KeyHolderId.parse(row.id),
    assessment: AssessmentId.parse(row.assessment_id),
    name: row.name,
    side: Side.parse(row.side),
    publicKey: row.public_key,
    confirmed: row.confirmed === 1,
  }
}
