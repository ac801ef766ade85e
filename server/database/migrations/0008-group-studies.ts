import type { Migration } from 'kysely/migration'

/** Focus groups: what is planned, and one sealed value for all seats of an assessment. */
export const groupStudies: Migration = {
  async up(db) {
    const table = (name: string) => db.schema.createTable(name)
    await table('group_study')
      .addColumn('assessment_id', 'text', (column) =>
        column.primaryKey().references('assessment.id').onDelete('cascade'),
      )
      .addColumn('study', 'text', (column) => column.notNull())
      .execute()
    await table('group_session')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('assessment_id', 'text', (column) =>
        column.notNull().references('group_study.assessment_id').onDelete('cascade'),
      )
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('time', 'text', (column) => column.notNull())
      .addColumn('minutes', 'integer', (column) => column.notNull())
      .addColumn('mode', 'text', (column) => column.notNull())
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('note_taker', 'integer', (column) => column.notNull())
      .addColumn('seats', 'integer', (column) => column.notNull())
      .addColumn('facilitator_id', 'text', (column) => column.notNull())
      .addColumn('power_checked_on', 'text')
      .execute()
    await table('facilitator_conduct')
      .addColumn('user_id', 'text', (column) =>
        column.primaryKey().references('user.id').onDelete('cascade'),
      )
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('signed_on', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute()
    await table('group_seat_box')
      .addColumn('assessment_id', 'text', (column) =>
        column.primaryKey().references('assessment.id').onDelete('cascade'),
      )
      .addColumn('sealed', 'text', (column) => column.notNull())
      .execute()
  },
}
