import type { Migration } from 'kysely/migration'

export const ballotBox: Migration = {
  async up(db) {
    await db.schema
      .createTable('manifest')
      .addColumn('assessment_id', 'text', (column) => column.primaryKey())
      .addColumn('manifest', 'text', (column) => column.notNull())
      .addColumn('open', 'integer', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('bucket')
      .addColumn('assessment_id', 'text', (column) => column.notNull())
      .addColumn('unit_id', 'text', (column) => column.notNull())
      .addColumn('answers', 'text', (column) => column.notNull())
      .addColumn('spent', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('bucket_key', ['assessment_id', 'unit_id'])
      .execute()
  },
}
