import type { Migration } from 'kysely/migration'

/** How far an organization has examined the questions, by language. */
export const examinations: Migration = {
  async up(db) {
    await db.schema
      .createTable('examination')
      .addColumn('organization_id', 'text', (column) =>
        column.notNull().references('organization.id').onDelete('cascade'),
      )
      .addColumn('locale', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('done_on', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('people', 'integer')
      .addColumn('held', 'integer')
      .addColumn('note', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('examination_once', ['organization_id', 'locale', 'kind'])
      .execute()
  },
}
