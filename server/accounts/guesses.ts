import { sql } from 'kysely'
import type { OfficeDatabase } from '../database/office.ts'

/** Times in milliseconds since 1970. */
interface Remembered {
  readonly name: string
  readonly forgottenAt: number
}

interface Limit {
  /** so many are looked at without waiting */
  readonly free: number
  /** nothing else is looked at before this, beyond the free ones */
  readonly until: number
}

/**
 * Counts an attempt, in one statement: of many at the same moment each gets a number of its own.
 *
 * @returns which of its row it is, from 1; null when it is too early for another
 */
export async function addGuess(
  db: OfficeDatabase,
  { name, forgottenAt }: Remembered,
  now: number,
  { free, until }: Limit,
): Promise<number | null> {
  const row = await db
    .insertInto('guess')
    .values({ name, count: 1, wait_until: 0, forgotten_at: forgottenAt })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({
          count: sql`case when guess.forgotten_at <= ${sql.lit(now)} then 1 else guess.count + 1 end`,
          wait_until: sql`case when guess.forgotten_at <= ${sql.lit(now)} or guess.count < ${sql.lit(free)} then 0 else ${sql.lit(until)} end`,
          forgotten_at: forgottenAt,
        })
        .where((is) =>
          is.or([
            is('guess.wait_until', '<=', now),
            // Nothing waits longer than this: the clock was put back.
            is('guess.wait_until', '>', until),
            is('guess.forgotten_at', '<=', now),
          ]),
        ),
    )
    .returning('count')
    .executeTakeFirst()
  return row?.count ?? null
}

/**
 * Keeps that an attempt failed.
 *
 * @param failure `waitUntil` null leaves the wait as it is: a free attempt must not cut short
 *   that of one over the limit
 */
export async function saveFailure(
  db: OfficeDatabase,
  {
    name,
    count,
    waitUntil,
    forgottenAt,
  }: Remembered & { readonly count: number; readonly waitUntil: number | null },
): Promise<void> {
  await db
    .insertInto('guess')
    .values({ name, count, wait_until: waitUntil ?? 0, forgotten_at: forgottenAt })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({
        count: sql`case when guess.count > ${sql.lit(count)} then guess.count else ${sql.lit(count)} end`,
        ...(waitUntil !== null && { wait_until: waitUntil }),
        forgotten_at: forgottenAt,
      }),
    )
    .execute()
}

export async function removeGuess(db: OfficeDatabase, name: string): Promise<void> {
  await db.deleteFrom('guess').where('name', '=', name).execute()
}

export async function removeGuessesBefore(
  db: OfficeDatabase,
  now: number,
): Promise<void> {
  await db.deleteFrom('guess').where('forgotten_at', '<=', now).execute()
}
