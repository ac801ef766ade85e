import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What one process kept in memory and several must know alike: long work, guesses, and acts that
 * have begun. And who has left, whose names stay taken.
 */
export const severalProcesses: Migration = {
  async up(db) {
    await createJobs(db)
    await createGuesses(db)
    await createActsBegun(db)
    await db.schema
      .createTable('former_colleague')
      .addColumn('user_id', 'text', (column) =>
        column.primaryKey().references('user.id').onDelete('cascade'),
      )
      .addColumn('organization_id', 'text', (column) =>
        column.notNull().references('organization.id').onDelete('cascade'),
      )
      .execute()
  },
}

async function createJobs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('job')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('subject', 'text')
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('thousandths', 'integer', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('code', 'text')
    .addColumn('ended_on', 'text')
    .execute()
}

/** By a name that only the installation's key can make; times in milliseconds. */
async function createGuesses(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('guess')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('wait_until', 'bigint', (column) => column.notNull())
    .addColumn('forgotten_at', 'bigint', (column) => column.notNull())
    .execute()
}

async function createActsBegun(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('act_begun')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organization_id', 'text')
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('done_by', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .execute()
}
