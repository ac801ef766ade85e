import { randomBytes } from 'node:crypto'
import type { CommandWords } from '../control/contract.ts'
import type { BallotDatabase } from '../database/ballots.ts'

const place = 1

/**
 * Begins a new session at the start of a process: commands recorded before, and commands that a
 * database put back from an earlier copy no longer knows, are stale. The office asks again.
 */
export async function beginSession(ballots: BallotDatabase): Promise<void> {
  const session = randomBytes(32).toString('base64url')
  await ballots.transaction().execute(async (db) => {
    await db
      .insertInto('command_session')
      .values({ place, session })
      .onConflict((conflict) => conflict.column('place').doUpdateSet({ session }))
      .execute()
    await db.deleteFrom('command_obeyed').execute()
  })
}

/** The session commands are to be signed for. */
export async function sessionOf(ballots: BallotDatabase): Promise<string> {
  const row = await ballots
    .selectFrom('command_session')
    .select('session')
    .where('place', '=', place)
    .executeTakeFirstOrThrow()
  return row.session
}

/** Whether a command is of this session and was never obeyed; from here on it was. */
export async function isFirstTime(
  ballots: BallotDatabase,
  { session, once }: CommandWords,
): Promise<boolean> {
  return ballots.transaction().execute(async (db) => {
    if ((await sessionOf(db)) !== session) return false
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('command_obeyed')
      .values({ once })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  })
}
