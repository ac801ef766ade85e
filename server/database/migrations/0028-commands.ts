import type { Migration } from 'kysely/migration'

/** Which commands of the office were obeyed in this session: known to every process of the box. */
export const commands: Migration = {
  async up(db) {
    await db.schema
      .createTable('command_session')
      .addColumn('place', 'integer', (column) => column.primaryKey())
      .addColumn('session', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('command_obeyed')
      .addColumn('once', 'text', (column) => column.primaryKey())
      .execute()
  },
}
