import type { Migration } from 'kysely/migration'

/** Questionnaires from other tools, with the licence that allows to ask them. */
export const instruments: Migration = {
  async up(db) {
    await db.schema
      .createTable('instrument')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('assessment_id', 'text', (column) =>
        column.notNull().references('assessment.id').onDelete('cascade'),
      )
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('licence', 'text', (column) => column.notNull())
      .addColumn('recorded_by', 'text', (column) => column.notNull())
      .addColumn('recorded_on', 'text', (column) => column.notNull())
      .execute()
  },
}
