import type { Migration } from 'kysely/migration'

/** What may be read of what providers report of a year. */
export const annualReports: Migration = {
  async up(db) {
    await db.schema
      .createTable('annual_report')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('assessment_id', 'text', (column) =>
        column.notNull().references('assessment.id').onDelete('cascade'),
      )
      .addColumn('from_month', 'text', (column) => column.notNull())
      .addColumn('to_month', 'text', (column) => column.notNull())
      .addColumn('told_by', 'text', (column) => column.notNull())
      .addColumn('told_on', 'text', (column) => column.notNull())
      .addColumn('report', 'text', (column) => column.notNull())
      .addColumn('published_on', 'text')
      .addUniqueConstraint('annual_report_of_month', ['assessment_id', 'from_month'])
      .execute()
  },
}
