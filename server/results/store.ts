import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import { restoreRelease } from '#analysis/disclosure/restore-release.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { SignedRelease } from './contract.ts'

export async function findRelease(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<Disclosed<Release> | undefined> {
  const row = await db
    .selectFrom('release')
    .select('release')
    .where('assessment_id', '=', id)
    .executeTakeFirst()
  return row && restoreRelease(JSON.parse(row.release))
}

export async function findSignedRelease(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<SignedRelease | undefined> {
  const row = await db
    .selectFrom('release')
    .select('signed')
    .where('assessment_id', '=', id)
    .executeTakeFirst()
  return row?.signed ? SignedRelease.parse(JSON.parse(row.signed)) : undefined
}

/** Keeps the one release; a second one cannot be saved. */
export async function saveRelease(
  db: OfficeDatabase,
  id: AssessmentId,
  release: Disclosed<Release>,
  signed: SignedRelease,
): Promise<void> {
  await db
    .insertInto('release')
    .values({
      assessment_id: id,
      release: JSON.stringify(release),
      signed: JSON.stringify(signed),
    })
    .execute()
}
