import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The one-way states, what two people agree to, key holders, the opening and the release. */
export const custody: Migration = {
  async up(db) {
    await addStates(db)
    await createAgreements(db)
    await createTrustees(db)
    await createUnsealing(db)
  },
}

async function addStates(db: Kysely<unknown>): Promise<void> {
  const columns = [
    'closes_on',
    'manifest',
    'survey_number',
    'frozen_on',
    'aborted_on',
    'aborted_for',
    'shredded_on',
  ]
  for (const column of columns) {
    await db.schema.alterTable('assessment').addColumn(column, 'text').execute()
  }
}

/** A table whose rows belong to an assessment and go with it. */
function belonging(db: Kysely<unknown>, table: string) {
  return db.schema
    .createTable(table)
    .addColumn('assessment_id', 'text', (column) =>
      column.notNull().references('assessment.id').onDelete('cascade'),
    )
}

async function createAgreements(db: Kysely<unknown>): Promise<void> {
  await belonging(db, 'agreement')
    .addColumn('matter', 'text', (column) => column.notNull())
    .addColumn('in_state', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('agreement_key', [
      'assessment_id',
      'matter',
      'in_state',
      'role',
    ])
    .execute()
}

async function createTrustees(db: Kysely<unknown>): Promise<void> {
  await belonging(db, 'trustee')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('side', 'text', (column) => column.notNull())
    .addColumn('link_hash', 'text', (column) => column.unique())
    .addColumn('public_key', 'text')
    .addColumn('expected_answer', 'text')
    .addColumn('confirmed', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('trustee_key', ['assessment_id', 'id'])
    .execute()
  await belonging(db, 'key_rule')
    .addColumn('needed', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('key_rule_key', ['assessment_id'])
    .execute()
}

/** Shares on their way: sealed to a key holder, then to the tally. Gone after the release. */
async function createUnsealing(db: Kysely<unknown>): Promise<void> {
  for (const table of ['sealed_shares', 'delivered_shares']) {
    await belonging(db, table)
      .addColumn('trustee_id', 'text', (column) => column.notNull())
      .addColumn('part', 'integer', (column) => column.notNull())
      .addColumn('shares', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint(`${table}_key`, ['assessment_id', 'trustee_id', 'part'])
      .execute()
  }
  await belonging(db, 'unsealing')
    .addColumn('tally_key', 'text', (column) => column.notNull())
    .addColumn('parts', 'integer', (column) => column.notNull())
    .addColumn('stopped_for', 'text')
    .addColumn('stopped_by', 'text')
    .addPrimaryKeyConstraint('unsealing_key', ['assessment_id'])
    .execute()
  await belonging(db, 'unsealing_pass')
    .addColumn('trustee_id', 'text', (column) => column.notNull())
    .addColumn('pass_hash', 'text', (column) => column.notNull().unique())
    .addPrimaryKeyConstraint('unsealing_pass_key', ['assessment_id', 'trustee_id'])
    .execute()
  await belonging(db, 'withheld_release')
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('withheld_release_key', ['assessment_id'])
    .execute()
  await db.schema.alterTable('release').addColumn('signed', 'text').execute()
}
