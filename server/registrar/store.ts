import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'

/** A key as the database has it. */
export interface SealedUnitKey {
  readonly unit: string
  /** SPKI in base64 */
  readonly publicKey: string
  /** base64url */
  readonly sealed: string
}

export interface HashedCode {
  readonly hash: string
  readonly unit: string
  readonly place: number
}

/** Keeps the key of a unit; one that is there stays. */
export async function saveUnitKey(
  db: OfficeDatabase,
  assessment: AssessmentId,
  { unit, publicKey, sealed }: SealedUnitKey,
): Promise<void> {
  await db
    .insertInto('unit_key')
    .values({
      assessment_id: assessment,
      unit_id: unit,
      public_key: publicKey,
      private_key: sealed,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** @returns public keys by unit */
export async function listUnitKeys(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('unit_key')
    .select(['unit_id', 'public_key'])
    .where('assessment_id', '=', assessment)
    .execute()
  return new Map(rows.map(({ unit_id, public_key }) => [unit_id, public_key]))
}

/** @returns the public key of a unit, and the sealed private key; empty after the closing */
export async function findUnitKey(
  db: OfficeDatabase,
  assessment: AssessmentId,
  unit: string,
): Promise<Omit<SealedUnitKey, 'unit'> | undefined> {
  const row = await db
    .selectFrom('unit_key')
    .select(['public_key', 'private_key'])
    .where('assessment_id', '=', assessment)
    .where('unit_id', '=', unit)
    .executeTakeFirst()
  return row && { publicKey: row.public_key, sealed: row.private_key }
}

/** Removes what signs, and leaves what verifies. */
export async function removePrivateKeys(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<void> {
  await db
    .updateTable('unit_key')
    .set({ private_key: '' })
    .where('assessment_id', '=', assessment)
    .execute()
}

/** How often collecting went on after a database had been put back. */
export async function findResumed(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<number> {
  const row = await db
    .selectFrom('resumed_collecting')
    .select('times')
    .where('assessment_id', '=', assessment)
    .executeTakeFirst()
  return row?.times ?? 0
}

export async function saveResumed(
  db: OfficeDatabase,
  assessment: AssessmentId,
  times: number,
): Promise<void> {
  await db
    .insertInto('resumed_collecting')
    .values({ assessment_id: assessment, times })
    .onConflict((conflict) => conflict.column('assessment_id').doUpdateSet({ times }))
    .execute()
}

/** Hashes of codes, each in place of the earlier one of its place; all or none. */
export async function saveCodes(
  db: OfficeDatabase,
  assessment: AssessmentId,
  pages: Iterable<readonly HashedCode[]>,
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    for (const page of pages) {
      const rows = page.map(({ hash, unit, place }) => ({
        code_hash: hash,
        assessment_id: assessment,
        unit_id: unit,
        place,
      }))
      await transaction
        .insertInto('access_code')
        .values(rows)
        .onConflict((conflict) =>
          conflict
            .columns(['assessment_id', 'unit_id', 'place'])
            .doUpdateSet((row) => ({ code_hash: row.ref('excluded.code_hash') })),
        )
        .execute()
    }
  })
}

/** Joins the caller's transaction when there is one. */
async function inTransaction(
  db: OfficeDatabase,
  work: (transaction: OfficeDatabase) => Promise<void>,
): Promise<void> {
  await (db.isTransaction ? work(db) : db.transaction().execute(work))
}

export async function findPlace(
  db: OfficeDatabase,
  assessment: AssessmentId,
  codeHash: string,
): Promise<{ readonly unit: string; readonly place: number } | undefined> {
  const row = await db
    .selectFrom('access_code')
    .select(['unit_id', 'place'])
    .where('code_hash', '=', codeHash)
    .where('assessment_id', '=', assessment)
    .executeTakeFirst()
  return row && { unit: row.unit_id, place: row.place }
}

export async function removeCodes(
  db: OfficeDatabase,
  assessment: AssessmentId,
  places: readonly { readonly unit: string; readonly place: number }[],
): Promise<void> {
  for (const { unit, place } of places) {
    await db
      .deleteFrom('access_code')
      .where('assessment_id', '=', assessment)
      .where('unit_id', '=', unit)
      .where('place', '=', place)
      .execute()
  }
}

const rowsInPage = 1_000

/** Every place with a code, in parts: a hundred thousand at once take long to take over. */
export async function* codesFound(
  db: OfficeDatabase,
  assessment: AssessmentId,
): AsyncGenerator<readonly { readonly unit: string; readonly place: number }[]> {
  const ordered = db
    .selectFrom('access_code')
    .select(['unit_id', 'place'])
    .where('assessment_id', '=', assessment)
    .orderBy('unit_id')
    .orderBy('place')
    .limit(rowsInPage)
  let rows = await ordered.execute()
  for (let last = rows.at(-1); last; last = rows.at(-1)) {
    yield rows.map(({ unit_id, place }) => ({ unit: unit_id, place }))
    if (rows.length < rowsInPage) return
    const { unit_id, place } = last
    rows = await ordered
      .where((one) =>
        one(one.refTuple('unit_id', 'place'), '>', one.tuple(unit_id, place)),
      )
      .execute()
  }
}
