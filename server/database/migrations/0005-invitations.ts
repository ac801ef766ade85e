import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Codes belong to places, and people are invited to places. */
export const invitations: Migration = {
  async up(db) {
    await placeCodes(db)
    await createInvitations(db)
  },
}

/** Codes there are already take the places of their unit in the order of their hashes. */
async function placeCodes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('access_code')
    .addColumn('place', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await sql`
    update access_code set place = (
      select count(*) from access_code other
      where other.assessment_id = access_code.assessment_id
        and other.unit_id = access_code.unit_id
        and other.code_hash < access_code.code_hash
    )`.execute(db)
  await db.schema
    .createIndex('access_code_place')
    .unique()
    .on('access_code')
    .columns(['assessment_id', 'unit_id', 'place'])
    .execute()
}

/** Whom to invite and how: no sign of what was sent, opened or answered, and no date of anybody's. */
async function createInvitations(db: Kysely<unknown>): Promise<void> {
  const belonging = (table: string) =>
    db.schema
      .createTable(table)
      .addColumn('assessment_id', 'text', (column) =>
        column.notNull().references('assessment.id').onDelete('cascade'),
      )
  await belonging('invitee')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('email', 'text')
    .addColumn('name', 'text')
    .addColumn('locale', 'text')
    .addUniqueConstraint('invitee_place', ['assessment_id', 'unit_id', 'place'])
    .addUniqueConstraint('invitee_email', ['assessment_id', 'email'])
    .execute()
  await belonging('invitation_way')
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('way', 'text', (column) => column.notNull())
    .addColumn('languages', 'text', (column) => column.notNull())
    .addColumn('printings', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('invitation_way_key', ['assessment_id', 'unit_id'])
    .execute()
  await belonging('mail_round')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('dated', 'text', (column) => column.notNull())
    .addColumn('to_send', 'text')
    .addPrimaryKeyConstraint('mail_round_key', ['assessment_id'])
    .execute()
  await belonging('mute_list')
    .addColumn('places', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('mute_list_key', ['assessment_id'])
    .execute()
}
