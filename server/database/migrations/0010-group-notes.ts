import type { Migration } from 'kysely/migration'

/** Focus groups: what was said, in notes without names, times or order. */
export const groupNotes: Migration = {
  async up(db) {
    const table = (name: string) => db.schema.createTable(name)
    await table('group_notes')
      .addColumn('session_id', 'text', (column) =>
        column.primaryKey().references('group_session.id').onDelete('cascade'),
      )
      .addColumn('assessment_id', 'text', (column) => column.notNull())
      .addColumn('notebook', 'text', (column) => column.notNull())
      .addColumn('participants', 'integer', (column) => column.notNull())
      .addColumn('unit_mix', 'text', (column) => column.notNull())
      .addColumn('distress_protocol_used', 'integer', (column) => column.notNull())
      .addColumn('member_check', 'text', (column) => column.notNull())
      .addColumn('asked', 'text', (column) => column.notNull())
      .execute()
    await table('group_segment')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('session_id', 'text', (column) =>
        column.notNull().references('group_notes.session_id').onDelete('cascade'),
      )
      .addColumn('question', 'integer', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('speakers', 'integer', (column) => column.notNull())
      .addColumn('intensity', 'integer', (column) => column.notNull())
      .addColumn('tone', 'text', (column) => column.notNull())
      .execute()
    await table('group_vote')
      .addColumn('session_id', 'text', (column) =>
        column.notNull().references('group_notes.session_id').onDelete('cascade'),
      )
      .addColumn('construct', 'text', (column) => column.notNull())
      .addColumn('votes', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('group_vote_of_session', ['session_id', 'construct'])
      .execute()
  },
}
