import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What results are made of beside the survey is kept as it was when it was let in. What counted
 * in a release there is already is its first batch; its interviews are closed.
 */
export const heard: Migration = {
  async up(db: Kysely<Then>) {
    await db.schema
      .createTable('heard_batch')
      .addColumn('assessment_id', 'text', (column) =>
        column.notNull().references('assessment.id').onDelete('cascade'),
      )
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('month', 'text', (column) => column.notNull())
      .addColumn('voices', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('heard_batch_of_source', [
        'assessment_id',
        'source',
        'number',
      ])
      .execute()
    const released = await db
      .selectFrom('assessment')
      .select(['id', 'released_on'])
      .where('released_on', 'is not', null)
      .execute()
    for (const { id, released_on } of released) {
      const month = String(released_on).slice(0, 7)
      await keep(db, { assessment_id: id, month }, 'groups', await groupsOf(db, id))
      await keep(db, { assessment_id: id, month }, 'managers', await managersOf(db, id))
      await db
        .updateTable('manager_interview')
        .set({ state: 'locked', let_out: '[]' })
        .where('assessment_id', '=', id)
        .where('state', '=', 'approved')
        .execute()
    }
  },
}

/** What it reads and writes, as it was then. */
interface Then {
  readonly assessment: { readonly id: string; readonly released_on: string | null }
  readonly focus_group: {
    readonly id: string
    readonly assessment_id: string
    readonly answers: string
  }
  readonly manager_interview: {
    readonly id: string
    readonly assessment_id: string
    readonly units: string
    readonly state: string
    readonly content: string | null
    readonly let_out: string | null
  }
  readonly heard_batch: {
    readonly assessment_id: string
    readonly source: string
    readonly number: number
    readonly month: string
    readonly voices: string
  }
}

interface Voice {
  readonly id: string
  readonly said: unknown
}

async function groupsOf(db: Kysely<Then>, id: string): Promise<readonly Voice[]> {
  const rows = await db
    .selectFrom('focus_group')
    .select(['id', 'answers'])
    .where('assessment_id', '=', id)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, said: JSON.parse(row.answers) }))
}

async function managersOf(db: Kysely<Then>, id: string): Promise<readonly Voice[]> {
  const rows = await db
    .selectFrom('manager_interview')
    .select(['id', 'units', 'content', 'let_out'])
    .where('assessment_id', '=', id)
    .where('state', 'in', ['approved', 'locked'])
    .orderBy('id')
    .execute()
  return rows.map(({ id: interview, units, content, let_out }) => ({
    id: interview,
    said: {
      units: JSON.parse(units),
      answers: JSON.parse(content ?? '{"answers":{}}').answers,
      sentences: JSON.parse(let_out ?? '[]'),
    },
  }))
}

async function keep(
  db: Kysely<Then>,
  of: { readonly assessment_id: string; readonly month: string },
  source: 'groups' | 'managers',
  voices: readonly Voice[],
): Promise<void> {
  if (voices.length === 0) return
  await db
    .insertInto('heard_batch')
    .values({ ...of, source, number: 0, voices: JSON.stringify(voices) })
    .execute()
}
