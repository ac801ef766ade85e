import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What was decided about a program becomes a log to which entries are only added. Decisions
 * that were there come first, without a day, which nobody kept; then the adoption.
 */
export const programLog: Migration = {
  async up(db: Kysely<Then>) {
    await db.schema
      .createTable('program_entry')
      .addColumn('assessment_id', 'text', (column) =>
        column.notNull().references('assessment.id').onDelete('cascade'),
      )
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('done_on', 'text')
      .addColumn('done_by', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('deed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('program_entry_key', ['assessment_id', 'number'])
      .execute()
    const decisions = await db
      .selectFrom('decision')
      .selectAll()
      .orderBy('assessment_id')
      .orderBy('component')
      .execute()
    const adoptions = await db.selectFrom('program').selectAll().execute()
    const assessments = [...decisions, ...adoptions].map((row) => row.assessment_id)
    for (const id of new Set(assessments)) {
      const rows = [
        ...decisions.filter((row) => row.assessment_id === id).map(decidedThen),
        ...adoptions.filter((row) => row.assessment_id === id).map(adoptedThen),
      ]
      for (const [place, row] of rows.entries()) {
        const entry = { ...row, assessment_id: id, number: place + 1, role: 'organiser' }
        await db.insertInto('program_entry').values(entry).execute()
      }
    }
    await db.schema.dropTable('decision').execute()
    await db.schema.dropTable('program').execute()
  },
}

/** What it reads and writes, as it was then. */
interface Then {
  readonly decision: OldDecision
  readonly program: OldAdoption
  readonly program_entry: {
    readonly assessment_id: string
    readonly number: number
    readonly done_on: string | null
    readonly done_by: string
    readonly role: string
    readonly deed: string
  }
}

interface OldDecision {
  readonly assessment_id: string
  readonly component: string
  readonly adopted: number
  readonly reason: string
  readonly decided_by: string
}

interface OldAdoption {
  readonly assessment_id: string
  readonly adopted_by: string
  readonly adopted_on: string
}

const decidedThen = ({ component, adopted, reason, decided_by }: OldDecision) => {
  const choice = { verdict: adopted === 1 ? 'adopt' : 'reject', reason }
  const deed = { kind: 'decided', component, choice, tier: null }
  return { done_on: null, done_by: decided_by, deed: JSON.stringify(deed) }
}

/** What the program held then is not known any more. */
const adoptedThen = ({ adopted_by, adopted_on }: OldAdoption) => {
  const deed = { kind: 'adopted', components: [] }
  return { done_on: adopted_on, done_by: adopted_by, deed: JSON.stringify(deed) }
}
