import type { Migration } from 'kysely/migration'

/** What both sides remark on a plan before it is frozen, and the plan as it was last approved. */
export const remarks: Migration = {
  async up(db) {
    await db.schema
      .createTable('plan_remark')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('assessment_id', 'text', (column) =>
        column.notNull().references('assessment.id').onDelete('cascade'),
      )
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('said_on', 'text', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('settled_by', 'text')
      .addUniqueConstraint('plan_remark_number', ['assessment_id', 'number'])
      .execute()
    await db.schema.alterTable('assessment').addColumn('approved_plan', 'text').execute()
  },
}
