import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { bytesType, engineOf } from '../engine.ts'

/** Who collected a ballot, sealed: one value a unit. */
export const participation: Migration = {
  async up(db) {
    const belonging = (table: string) =>
      db.schema
        .createTable(table)
        .addColumn('assessment_id', 'text', (column) =>
          column.notNull().references('assessment.id').onDelete('cascade'),
        )
    await belonging('participation_box')
      .addColumn('units', 'text', (column) => column.notNull())
      .addColumn('epoch', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('participation_box_key', ['assessment_id'])
      .execute()
    await belonging('participation_blob')
      .addColumn('unit_id', 'text', (column) => column.notNull())
      .addColumn('sealed', sql.raw(bytesType(db)), (column) => column.notNull())
      .addPrimaryKeyConstraint('participation_blob_key', ['assessment_id', 'unit_id'])
      .execute()
    if (engineOf(db) === 'postgres') {
      await sql`alter table participation_blob alter column sealed set storage external`.execute(
        db,
      )
    }
  },
}
