import type { Migration } from 'kysely/migration'

/**
 * What people of the office did, as a chain for each organization: every entry carries the hash
 * of the one before. No entry is about an employee.
 */
export const audit: Migration = {
  async up(db) {
    await db.schema
      .createTable('audit_entry')
      .addColumn('organization_id', 'text', (column) =>
        column.notNull().references('organization.id').onDelete('cascade'),
      )
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('done_by', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('about', 'text', (column) => column.notNull())
      .addColumn('previous', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('audit_entry_key', ['organization_id', 'position'])
      .execute()
  },
}
