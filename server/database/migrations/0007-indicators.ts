import type { Migration } from 'kysely/migration'

/** Figures of the personnel office about groups of people. */
export const indicators: Migration = {
  async up(db) {
    await db.schema
      .createTable('hr_figure')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('assessment_id', 'text', (column) =>
        column.notNull().references('assessment.id').onDelete('cascade'),
      )
      .addColumn('unit_id', 'text', (column) => column.notNull())
      .addColumn('indicator', 'text', (column) => column.notNull())
      .addColumn('period', 'text', (column) => column.notNull())
      .addColumn('tenths', 'integer', (column) => column.notNull())
      .addColumn('people', 'integer')
      .addColumn('source', 'text', (column) => column.notNull())
      .addUniqueConstraint('hr_figure_key', [
        'assessment_id',
        'unit_id',
        'indicator',
        'period',
      ])
      .execute()
  },
}
