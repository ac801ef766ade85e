import type { Edit } from '#analysis/orientation/edits.ts'
import type { Facts } from '#analysis/orientation/fact-fields.ts'
import type { MaterialKind } from '#analysis/orientation/material-kinds.ts'
import type { Locale } from '#surveys/locale.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { factsFromRoute } from './facts-from-route.ts'

/** One material in one language. */
export interface MaterialKey {
  readonly kind: MaterialKind
  readonly locale: Locale
}

export interface Edition extends MaterialKey {
  /** JSON of the material with its passages */
  readonly content: string
  readonly on: string
  readonly by: string
}

export interface KeptEdit extends Edit, MaterialKey {
  readonly by: string
}

export async function findFacts(db: OfficeDatabase, id: AssessmentId): Promise<Facts> {
  const row = await db
    .selectFrom('access_route')
    .select('route')
    .where('assessment_id', '=', id)
    .executeTakeFirst()
  return row ? factsFromRoute(JSON.parse(row.route)) : {}
}

export async function saveFacts(
  db: OfficeDatabase,
  id: AssessmentId,
  facts: Facts,
): Promise<void> {
  const row = { route: JSON.stringify(facts) }
  await db
    .insertInto('access_route')
    .values({ assessment_id: id, ...row })
    .onConflict((conflict) => conflict.column('assessment_id').doUpdateSet(row))
    .execute()
}

export async function listEditions(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<readonly Edition[]> {
  const rows = await db
    .selectFrom('material_edition')
    .selectAll()
    .where('assessment_id', '=', id)
    .execute()
  return rows.map((row) => ({
    ...keyOf(row),
    content: row.content,
    on: row.published_on,
    by: row.published_by,
  }))
}

/** What everybody may read: one published material in one language. */
export async function findEdition(
  db: OfficeDatabase,
  id: string,
  { kind, locale }: MaterialKey,
): Promise<string | null> {
  const row = await db
    .selectFrom('material_edition')
    .select('content')
    .where('assessment_id', '=', id)
    .where('kind', '=', kind)
    .where('locale', '=', locale)
    .executeTakeFirst()
  return row?.content ?? null
}

/** Languages in which a material was published. */
export async function listPublishedLanguages(
  db: OfficeDatabase,
  id: string,
  kind: MaterialKind,
): Promise<readonly Locale[]> {
  const rows = await db
    .selectFrom('material_edition')
    .select('locale')
    .where('assessment_id', '=', id)
    .where('kind', '=', kind)
    .execute()
  return rows.map(({ locale }) => locale as Locale) // written by us
}

/** Puts editions in the place of earlier ones, all or none. */
export async function saveEditions(
  db: OfficeDatabase,
  id: AssessmentId,
  editions: readonly Edition[],
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const { kind, locale, content, on, by } of editions) {
      const row = { content, published_on: on, published_by: by }
      await transaction
        .insertInto('material_edition')
        .values({ assessment_id: id, kind, locale, ...row })
        .onConflict((conflict) =>
          conflict.columns(['assessment_id', 'kind', 'locale']).doUpdateSet(row),
        )
        .execute()
    }
  })
}

export async function listEdits(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<readonly KeptEdit[]> {
  const rows = await db
    .selectFrom('passage_edit')
    .selectAll()
    .where('assessment_id', '=', id)
    .orderBy('passage')
    .execute()
  return rows.map((row) => ({
    ...keyOf(row),
    passage: row.passage,
    base: row.base,
    words: row.words,
    by: row.edited_by,
  }))
}

/** Keeps words in place of earlier ones. */
export async function saveEdit(
  db: OfficeDatabase,
  id: AssessmentId,
  { kind, locale, passage, base, words, by }: KeptEdit,
): Promise<void> {
  const row = { base, words, edited_by: by }
  await db
    .insertInto('passage_edit')
    .values({ assessment_id: id, kind, locale, passage, ...row })
    .onConflict((conflict) =>
      conflict.columns(['assessment_id', 'kind', 'locale', 'passage']).doUpdateSet(row),
    )
    .execute()
}

export async function deleteEdit(
  db: OfficeDatabase,
  id: AssessmentId,
  { kind, locale, passage }: MaterialKey & Pick<Edit, 'passage'>,
): Promise<void> {
  await db
    .deleteFrom('passage_edit')
    .where('assessment_id', '=', id)
    .where('kind', '=', kind)
    .where('locale', '=', locale)
    .where('passage', '=', passage)
    .execute()
}

/** Kinds and languages are written by us alone. */
const keyOf = (row: { readonly kind: string; readonly locale: string }): MaterialKey =>
  row as MaterialKey
