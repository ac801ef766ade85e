import type { Migration } from 'kysely/migration'

/** Who may collect again, and the example's invented keys. Keys of the first door are gone. */
export const doors: Migration = {
  async up(db) {
    await db.deleteFrom('unit_key').execute()
    await db.schema
      .createTable('credential_reset')
      .addColumn('assessment_id', 'text', (column) =>
        column.notNull().references('assessment.id').onDelete('cascade'),
      )
      .addColumn('unit_id', 'text', (column) => column.notNull())
      .addColumn('wishes', 'text', (column) => column.notNull())
      .addColumn('agreed_by', 'text')
      .addColumn('agreed_to', 'integer')
      .addColumn('done', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('credential_reset_key', ['assessment_id', 'unit_id'])
      .execute()
    await db.schema
      .createTable('resumed_collecting')
      .addColumn('assessment_id', 'text', (column) =>
        column.primaryKey().references('assessment.id').onDelete('cascade'),
      )
      .addColumn('times', 'integer', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('invented_key')
      .addColumn('assessment_id', 'text', (column) =>
        column.notNull().references('assessment.id').onDelete('cascade'),
      )
      .addColumn('trustee_id', 'text', (column) => column.notNull())
      .addColumn('secret', 'text', (column) => column.notNull())
      .addColumn('private_key', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('invented_key_key', ['assessment_id', 'trustee_id'])
      .execute()
  },
}
