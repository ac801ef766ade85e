import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import type { StoredRelease } from '../tally/stored-release.ts'
import type { StoredSigned } from './sign-release.ts'

/** The release as it was stored; `readRelease` says what it holds. */
export async function findRelease(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('release')
    .select('release')
    .where('assessment_id', '=', id)
    .executeTakeFirst()
  return row?.release
}

/** The signed release as it was stored; `readSigned` says what it holds. */
export async function findSignedRelease(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('release')
    .select('signed')
    .where('assessment_id', '=', id)
    .executeTakeFirst()
  return row?.signed ?? undefined
}

/** Keeps the one release; a second one cannot be saved. */
export async function saveRelease(
  db: OfficeDatabase,
  id: AssessmentId,
  release: StoredRelease,
  signed: StoredSigned,
): Promise<void> {
  await db.insertInto('release').values({ assessment_id: id, release, signed }).execute()
}
