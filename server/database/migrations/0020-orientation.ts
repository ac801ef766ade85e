import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Material as it was published, and what people wrote in place of its passages. */
export const orientation: Migration = {
  async up(db: Kysely<unknown>) {
    const ofMaterial = (name: string) =>
      db.schema
        .createTable(name)
        .addColumn('assessment_id', 'text', (column) =>
          column.notNull().references('assessment.id').onDelete('cascade'),
        )
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('locale', 'text', (column) => column.notNull())
    await ofMaterial('material_edition')
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('published_on', 'text', (column) => column.notNull())
      .addColumn('published_by', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('material_edition_one', [
        'assessment_id',
        'kind',
        'locale',
      ])
      .execute()
    await ofMaterial('passage_edit')
      .addColumn('passage', 'text', (column) => column.notNull())
      .addColumn('base', 'text', (column) => column.notNull())
      .addColumn('words', 'text', (column) => column.notNull())
      .addColumn('edited_by', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('passage_edit_one', [
        'assessment_id',
        'kind',
        'locale',
        'passage',
      ])
      .execute()
  },
}
