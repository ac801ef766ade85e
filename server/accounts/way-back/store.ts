import type { OfficeDatabase } from '../../database/office.ts'
import { Side } from '../contract.ts'

export interface GrantedHalf {
  readonly userId: string
  readonly side: Side
  readonly grantedBy: string
  readonly halfHash: string
  readonly expiresAt: string
}

/** Keeps a side's half of a way back in, in place of an earlier one of the same side. */
export async function saveHalf(db: OfficeDatabase, half: GrantedHalf): Promise<void> {
  const values = {
    user_id: half.userId,
    side: half.side,
    granted_by: half.grantedBy,
    half_hash: half.halfHash,
    expires_at: half.expiresAt,
  }
  await db
    .insertInto('way_back')
    .values(values)
    .onConflict((conflict) => conflict.columns(['user_id', 'side']).doUpdateSet(values))
    .execute()
}

/** The sides whose halves hold now, for each of these people. */
export async function listHalves(
  db: OfficeDatabase,
  users: readonly string[],
  now: Date,
): Promise<readonly { readonly userId: string; readonly side: Side }[]> {
  if (users.length === 0) return []
  const rows = await db
    .selectFrom('way_back')
    .select(['user_id', 'side'])
    .where('user_id', 'in', users)
    .where('expires_at', '>', now.toISOString())
    .orderBy('side', 'desc')
    .execute()
  return rows.map(({ user_id, side }) => ({ userId: user_id, side: Side.parse(side) }))
}

/** Whose half this is, while it holds. */
export async function findHalf(
  db: OfficeDatabase,
  halfHash: string,
  now: Date,
): Promise<{ readonly userId: string; readonly side: Side } | undefined> {
  const row = await db
    .selectFrom('way_back')
    .select(['user_id', 'side'])
    .where('half_hash', '=', halfHash)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst()
  return row && { userId: row.user_id, side: Side.parse(row.side) }
}

/** @returns false when somebody took the half first, or it was granted anew */
export async function takeHalf(db: OfficeDatabase, halfHash: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('way_back')
    .where('half_hash', '=', halfHash)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** Ends what was granted to somebody, and by them. */
export async function removeHalvesAround(
  db: OfficeDatabase,
  userId: string,
): Promise<void> {
  await db
    .deleteFrom('way_back')
    .where((is) => is.or([is('user_id', '=', userId), is('granted_by', '=', userId)]))
    .execute()
}

export async function removeHalves(db: OfficeDatabase, userId: string): Promise<void> {
  await db.deleteFrom('way_back').where('user_id', '=', userId).execute()
}
