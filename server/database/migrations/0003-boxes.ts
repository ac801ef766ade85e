import type { Migration } from 'kysely/migration'

/** The signed manifest of each assessment and how far it is; answers lie in slots alone. */
export const boxes: Migration = {
  async up(db) {
    await db.schema.dropTable('bucket').execute()
    await db.schema.dropTable('manifest').execute()
    await db.schema
      .createTable('box')
      .addColumn('assessment_id', 'text', (column) => column.primaryKey())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('signed', 'text')
      .execute()
  },
}
