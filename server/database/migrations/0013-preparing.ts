import type { Migration } from 'kysely/migration'

/** What is asked beside the core, and what was promised before asking. */
export const preparing: Migration = {
  async up(db) {
    const columns = {
      questions: '{"modules":[],"own":[]}',
      duties:
        '{"budget":null,"currency":"EUR","staffAgreement":"","stakeholders":[],"countries":[],"policies":[],"safetyPartner":"","safetySignedOffBy":""}',
      duty_read: '[]',
    }
    for (const [name, before] of Object.entries(columns)) {
      await db.schema
        .alterTable('assessment')
        .addColumn(name, 'text', (column) => column.notNull().defaultTo(before))
        .execute()
    }
  },
}
