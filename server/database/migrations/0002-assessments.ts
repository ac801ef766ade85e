import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Assessments and everything that belongs to one; all of it goes when the assessment goes. */
export const assessments: Migration = {
  async up(db) {
    await createAssessments(db)
    await createCollecting(belongingIn(db))
    await createFindings(belongingIn(db))
  },
}

type Belonging = ReturnType<typeof belongingIn>

/** A table whose rows belong to an assessment. */
function belongingIn(db: Kysely<unknown>) {
  return (table: string) =>
    db.schema
      .createTable(table)
      .addColumn('assessment_id', 'text', (column) =>
        column.notNull().references('assessment.id').onDelete('cascade'),
      )
}

async function createAssessments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('assessment')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organization_id', 'text', (column) =>
      column.notNull().references('organization.id').onDelete('cascade'),
    )
    .addColumn('organization_name', 'text', (column) => column.notNull())
    .addColumn('example', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('units', 'text', (column) => column.notNull())
    .addColumn('languages', 'text', (column) => column.notNull())
    .addColumn('contacts', 'text', (column) => column.notNull())
    .addColumn('contacts_checked_on', 'text')
    .addColumn('results_by', 'text')
    .addColumn('approved_by', 'text')
    .addColumn('publication_plan', 'text')
    .addColumn('opened_on', 'text')
    .addColumn('closed_on', 'text')
    .addColumn('released_on', 'text')
    .execute()
}

/** Who may answer, and how many did. */
async function createCollecting(belonging: Belonging): Promise<void> {
  await belonging('unit_key')
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('private_key', 'text', (column) => column.notNull())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('unit_key_key', ['assessment_id', 'unit_id'])
    .execute()
  await belonging('access_code')
    .addColumn('code_hash', 'text', (column) => column.primaryKey())
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .execute()
  await belonging('spare_code')
    .addColumn('unit_name', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.primaryKey())
    .execute()
  await belonging('participation')
    .addColumn('counted_on', 'text', (column) => column.notNull())
    .addColumn('rates', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('participation_key', ['assessment_id'])
    .execute()
}

/** The other sources, the release, and what was made of it. */
async function createFindings(belonging: Belonging): Promise<void> {
  await belonging('focus_group')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('month', 'text', (column) => column.notNull())
    .addColumn('answers', 'text', (column) => column.notNull())
    .execute()
  await belonging('manager_interview')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('month', 'text', (column) => column.notNull())
    .addColumn('answers', 'text', (column) => column.notNull())
    .execute()
  await belonging('release')
    .addColumn('release', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('release_key', ['assessment_id'])
    .execute()
  await belonging('decision')
    .addColumn('component', 'text', (column) => column.notNull())
    .addColumn('adopted', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('decision_key', ['assessment_id', 'component'])
    .execute()
  await belonging('program')
    .addColumn('adopted_by', 'text', (column) => column.notNull())
    .addColumn('adopted_on', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('program_key', ['assessment_id'])
    .execute()
  await belonging('access_route')
    .addColumn('route', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('access_route_key', ['assessment_id'])
    .execute()
}
