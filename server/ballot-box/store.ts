import type { PublishedManifest } from '#surveys/ballot/manifest.ts'
import { Published } from '../control/contract.ts'
import type { BallotDatabase } from '../database/ballots.ts'

/** How far an assessment is, one way. */
export const boxStates = ['prepared', 'published', 'open', 'closed', 'shredded'] as const
export type BoxState = (typeof boxStates)[number]

export interface KeptBox {
  readonly state: BoxState
  readonly published: PublishedManifest | null
}

export async function findBox(
  db: BallotDatabase,
  assessment: string,
): Promise<KeptBox | undefined> {
  const row = await db
    .selectFrom('box')
    .select(['state', 'signed', 'unit_keys'])
    .where('assessment_id', '=', assessment)
    .executeTakeFirst()
  const state = boxStates.find((one) => one === row?.state)
  if (!row || !state) return
  return {
    state,
    published:
      row.signed === null
        ? null
        : Published.parse({
            signed: JSON.parse(row.signed),
            unitKeys: JSON.parse(row.unit_keys ?? '[]'),
          }),
  }
}

/** How far an assessment is, without what was published of it. */
export async function findState(
  db: BallotDatabase,
  assessment: string,
): Promise<BoxState | undefined> {
  const row = await db
    .selectFrom('box')
    .select('state')
    .where('assessment_id', '=', assessment)
    .executeTakeFirst()
  return boxStates.find((one) => one === row?.state)
}

/** Every assessment that takes ballots. */
export async function listOpen(db: BallotDatabase): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('box')
    .select('assessment_id')
    .where('state', '=', 'open')
    .orderBy('assessment_id')
    .execute()
  return rows.map(({ assessment_id }) => assessment_id)
}

/** Begins an assessment; one that is there stays as it is. */
export async function saveNewBox(db: BallotDatabase, assessment: string): Promise<void> {
  await db
    .insertInto('box')
    .values({ assessment_id: assessment, state: 'prepared', signed: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** @returns false when it was not in the state before */
export async function saveStep(
  db: BallotDatabase,
  assessment: string,
  from: BoxState,
  to: BoxState,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('box')
    .set({ state: to, ...(to === 'shredded' && { signed: null, unit_keys: null }) })
    .where('assessment_id', '=', assessment)
    .where('state', '=', from)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Publishes the manifest of a prepared assessment. @returns false when it was not prepared */
export async function saveManifest(
  db: BallotDatabase,
  { signed, unitKeys }: PublishedManifest,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('box')
    .set({
      state: 'published',
      signed: JSON.stringify(signed),
      unit_keys: JSON.stringify(unitKeys),
    })
    .where('assessment_id', '=', signed.manifest.assessment)
    .where('state', '=', 'prepared')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
