import type { Migration } from 'kysely/migration'

/** Which survey a survey follows, which of their units are the same, and what was done between. */
export const waves: Migration = {
  async up(db) {
    // No reference: rows of one table come back from a backup in any order.
    await db.schema.alterTable('assessment').addColumn('follows', 'text').execute()
    await db.schema
      .createTable('unit_identity')
      .addColumn('assessment_id', 'text', (column) =>
        column.notNull().references('assessment.id').onDelete('cascade'),
      )
      .addColumn('unit', 'text', (column) => column.notNull())
      .addColumn('earlier', 'text')
      .addColumn('said_by', 'text', (column) => column.notNull())
      .addColumn('said_on', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('unit_identity_key', ['assessment_id', 'unit'])
      .execute()
    await db.schema
      .createTable('action_entry')
      .addColumn('assessment_id', 'text', (column) =>
        column.notNull().references('assessment.id').onDelete('cascade'),
      )
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('done_on', 'text', (column) => column.notNull())
      .addColumn('done_by', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('deed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('action_entry_key', ['assessment_id', 'number'])
      .execute()
  },
}
