import type { Migration } from 'kysely/migration'

/**
 * Interviews that managers prepare and approve themselves. Those typed in by an organiser go:
 * no manager ever saw what was written there, and only what a manager approved may count.
 */
export const interviews: Migration = {
  async up(db) {
    await db.schema.dropTable('manager_interview').execute()
    await db.schema
      .createTable('manager_interview')
      .addColumn('assessment_id', 'text', (column) =>
        column.notNull().references('assessment.id').onDelete('cascade'),
      )
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('units', 'text', (column) => column.notNull())
      .addColumn('label', 'text')
      .addColumn('link_hash', 'text', (column) => column.unique())
      .addColumn('spent_hash', 'text')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('content', 'text')
      .addColumn('let_out', 'text')
      .execute()
  },
}
