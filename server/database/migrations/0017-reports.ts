import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { bytesType, engineOf } from '../engine.ts'

/** Documents made from a release, and the page for all employees. */
export const reports: Migration = {
  async up(db) {
    const belonging = (table: string) =>
      db.schema
        .createTable(table)
        .addColumn('assessment_id', 'text', (column) =>
          column.notNull().references('assessment.id').onDelete('cascade'),
        )
    await belonging('report_set')
      .addColumn('made_on', 'text', (column) => column.notNull())
      .addColumn('units', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('report_set_key', ['assessment_id'])
      .execute()
    await belonging('report_file')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('locale', 'text', (column) => column.notNull())
      .addColumn('length', 'integer', (column) => column.notNull())
      .addColumn('content', sql.raw(bytesType(db)), (column) => column.notNull())
      .addPrimaryKeyConstraint('report_file_key', ['assessment_id', 'kind', 'locale'])
      .execute()
    await belonging('told_page')
      .addColumn('locale', 'text', (column) => column.notNull())
      .addColumn('made_from', 'text', (column) => column.notNull())
      .addColumn('page', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('told_page_key', ['assessment_id', 'locale'])
      .execute()
    if (engineOf(db) === 'postgres') {
      await sql`alter table report_file alter column content set storage external`.execute(
        db,
      )
    }
  },
}
