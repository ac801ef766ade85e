import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { bytesType, engineOf } from '../engine.ts'

/** Fixed slots: what they hold is sealed, and the database gains nothing by packing noise. */
export const slots: Migration = {
  async up(db) {
    await db.schema
      .createTable('slot_box')
      .addColumn('assessment_id', 'text', (column) => column.primaryKey())
      .addColumn('units', 'text', (column) => column.notNull())
      .addColumn('slot_bytes', 'integer', (column) => column.notNull())
      .addColumn('epoch', 'integer', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('slot_bucket')
      .addColumn('assessment_id', 'text', (column) => column.notNull())
      .addColumn('bucket', 'integer', (column) => column.notNull())
      .addColumn('sealed', sql.raw(bytesType(db)), (column) => column.notNull())
      .addPrimaryKeyConstraint('slot_bucket_key', ['assessment_id', 'bucket'])
      .execute()
    if (engineOf(db) === 'postgres') {
      await sql`alter table slot_bucket alter column sealed set storage external`.execute(
        db,
      )
    }
  },
}
