import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** A second factor, several roles for one person, links for one address, and ways back in. */
export const secondFactor: Migration = {
  async up(db) {
    await createSecondFactor(db)
    await createHeldRoles(db)
    await createWaysBack(db)
    await db.schema.alterTable('door_key').addColumn('email', 'text').execute()
    await db.schema
      .alterTable('organization')
      .addColumn('second_factor_from', 'text')
      .execute()
  },
}

/** As the sign-in library wants it; secret and codes are encrypted with a key of the key files. */
async function createSecondFactor(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('user')
    .addColumn('twoFactorEnabled', 'integer', (column) => column.defaultTo(0))
    .execute()
  await db.schema
    .createTable('twoFactor')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('backupCodes', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) =>
      column.notNull().unique().references('user.id').onDelete('cascade'),
    )
    .addColumn('verified', 'integer', (column) => column.defaultTo(1))
    .addColumn('failedVerificationCount', 'integer', (column) => column.defaultTo(0))
    .addColumn('lockedUntil', 'text')
    .execute()
}

/** Who holds which roles; until now everybody held one. */
async function createHeldRoles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('held_role')
    .addColumn('user_id', 'text', (column) =>
      column.notNull().references('user.id').onDelete('cascade'),
    )
    .addColumn('role', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('held_role_key', ['user_id', 'role'])
    .execute()
  await sql`insert into held_role (user_id, role) select user_id, role from membership`.execute(
    db,
  )
  await db.schema.alterTable('membership').dropColumn('role').execute()
}

/** What two colleagues grant somebody who cannot sign in any more: each a half of the way back. */
async function createWaysBack(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('way_back')
    .addColumn('user_id', 'text', (column) =>
      column.notNull().references('user.id').onDelete('cascade'),
    )
    .addColumn('side', 'text', (column) => column.notNull())
    .addColumn('granted_by', 'text', (column) =>
      column.notNull().references('user.id').onDelete('cascade'),
    )
    .addColumn('half_hash', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('way_back_key', ['user_id', 'side'])
    .execute()
}
