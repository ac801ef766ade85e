import type { Manifest } from '#surveys/ballot/manifest.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import type { BallotDatabase } from '../database/ballots.ts'
import { Manifest as ManifestShape } from './contract.ts'

export interface Bucket {
  readonly answers: readonly Answers[]
  readonly spent: readonly string[]
}

export async function findDoor(
  db: BallotDatabase,
  assessment: string,
): Promise<{ readonly open: boolean; readonly manifest: Manifest } | undefined> {
  const row = await db
    .selectFrom('manifest')
    .select(['manifest', 'open'])
    .where('assessment_id', '=', assessment)
    .executeTakeFirst()
  return (
    row && {
      open: row.open === 1,
      manifest: ManifestShape.parse(JSON.parse(row.manifest)),
    }
  )
}

/** A manifest with an empty bucket for each unit, in place of what stood there. */
export async function saveManifest(
  db: BallotDatabase,
  manifest: Manifest,
): Promise<void> {
  const { assessment } = manifest
  await removeBuckets(db, assessment)
  await removeManifest(db, assessment)
  await db
    .insertInto('manifest')
    .values({ assessment_id: assessment, manifest: JSON.stringify(manifest), open: 1 })
    .execute()
  for (const { id } of manifest.units) {
    await db
      .insertInto('bucket')
      .values({ assessment_id: assessment, unit_id: id, answers: '[]', spent: '[]' })
      .execute()
  }
}

export async function findBucket(
  db: BallotDatabase,
  assessment: string,
  unit: string,
): Promise<Bucket | undefined> {
  const row = await db
    .selectFrom('bucket')
    .select(['answers', 'spent'])
    .where('assessment_id', '=', assessment)
    .where('unit_id', '=', unit)
    .executeTakeFirst()
  return row && { answers: JSON.parse(row.answers), spent: JSON.parse(row.spent) }
}

/** Writes a bucket whole, each list in the order of its own text. */
export async function saveBucket(
  db: BallotDatabase,
  assessment: string,
  unit: string,
  { answers, spent }: Bucket,
): Promise<void> {
  const written = answers.map((each) => JSON.stringify(each)).toSorted()
  await db
    .updateTable('bucket')
    .set({ answers: `[${written.join(',')}]`, spent: JSON.stringify(spent.toSorted()) })
    .where('assessment_id', '=', assessment)
    .where('unit_id', '=', unit)
    .executeTakeFirstOrThrow()
}

export async function saveClosing(db: BallotDatabase, assessment: string): Promise<void> {
  await db
    .updateTable('manifest')
    .set({ open: 0 })
    .where('assessment_id', '=', assessment)
    .execute()
}

export async function listUnits(
  db: BallotDatabase,
  assessment: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('bucket')
    .select('unit_id')
    .where('assessment_id', '=', assessment)
    .orderBy('unit_id')
    .execute()
  return rows.map((row) => row.unit_id)
}

export async function removeBucket(
  db: BallotDatabase,
  assessment: string,
  unit: string,
): Promise<void> {
  await db
    .deleteFrom('bucket')
    .where('assessment_id', '=', assessment)
    .where('unit_id', '=', unit)
    .execute()
}

export async function removeBuckets(
  db: BallotDatabase,
  assessment: string,
): Promise<void> {
  await db.deleteFrom('bucket').where('assessment_id', '=', assessment).execute()
}

export async function removeManifest(
  db: BallotDatabase,
  assessment: string,
): Promise<void> {
  await db.deleteFrom('manifest').where('assessment_id', '=', assessment).execute()
}
