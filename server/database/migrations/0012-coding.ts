import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Focus groups: two people code what was said. No time beside any of it. */
export const coding: Migration = {
  async up(db) {
    await createStudy(db)
    await createCodings(db)
    await createRelease(db)
  },
}

const table = (db: Kysely<unknown>, name: string) => db.schema.createTable(name)

/** A part of a study that goes with it. */
const partOf = (db: Kysely<unknown>, name: string) =>
  table(db, name).addColumn('assessment_id', 'text', (column) =>
    column.notNull().references('coding_study.assessment_id').onDelete('cascade'),
  )

/** A part of a study about one segment, which goes with the segment too. */
const aboutSegment = (db: Kysely<unknown>, name: string) =>
  partOf(db, name).addColumn('segment_id', 'text', (column) =>
    column.notNull().references('coding_segment.segment_id').onDelete('cascade'),
  )

async function createStudy(db: Kysely<unknown>): Promise<void> {
  await table(db, 'coding_study')
    .addColumn('assessment_id', 'text', (column) =>
      column.primaryKey().references('assessment.id').onDelete('cascade'),
    )
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('codebook', 'text', (column) => column.notNull())
    .addColumn('locked', 'text')
    .addColumn('answers', 'text')
    .execute()
  await partOf(db, 'coding_coder')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('finished', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('coding_coder_once', ['assessment_id', 'user_id'])
    .addUniqueConstraint('coding_coder_place', ['assessment_id', 'place'])
    .execute()
  await partOf(db, 'coding_segment')
    .addColumn('segment_id', 'text', (column) =>
      column.primaryKey().references('group_segment.id').onDelete('cascade'),
    )
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('twice', 'integer', (column) => column.notNull())
    .execute()
}

async function createCodings(db: Kysely<unknown>): Promise<void> {
  await aboutSegment(db, 'coding_given')
    .addColumn('coder_id', 'text', (column) => column.notNull())
    .addColumn('codes', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('coding_given_once', ['segment_id', 'coder_id'])
    .execute()
  await aboutSegment(db, 'coding_decision')
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('coding_decision_once', ['segment_id', 'code'])
    .execute()
}

async function createRelease(db: Kysely<unknown>): Promise<void> {
  await aboutSegment(db, 'coding_paraphrase')
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('coding_paraphrase_once', ['segment_id'])
    .execute()
  await partOf(db, 'coding_check')
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('coding_check_once', ['assessment_id', 'code'])
    .execute()
}
