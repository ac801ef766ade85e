import type { Migration } from 'kysely/migration'

/**
 * Sessions that introduce a program: when and where, one sealed value for all seats of an
 * assessment, and totals. No column could hold who came.
 */
export const briefings: Migration = {
  async up(db) {
    const table = (name: string) => db.schema.createTable(name)
    await table('briefing')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('assessment_id', 'text', (column) =>
        column.notNull().references('assessment.id').onDelete('cascade'),
      )
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('plan', 'text', (column) => column.notNull())
      .execute()
    await table('briefing_seat_box')
      .addColumn('assessment_id', 'text', (column) =>
        column.primaryKey().references('assessment.id').onDelete('cascade'),
      )
      .addColumn('sealed', 'text', (column) => column.notNull())
      .execute()
    await table('briefing_totals')
      .addColumn('assessment_id', 'text', (column) =>
        column.notNull().references('assessment.id').onDelete('cascade'),
      )
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('totals', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('briefing_totals_one', ['assessment_id', 'subject'])
      .execute()
    await table('briefing_reach')
      .addColumn('assessment_id', 'text', (column) =>
        column.primaryKey().references('assessment.id').onDelete('cascade'),
      )
      .addColumn('units', 'text', (column) => column.notNull())
      .execute()
  },
}
