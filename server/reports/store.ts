import type { Locale } from '#surveys/locale.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { type ReportKind, Reports, ToldPage } from './contract.ts'

type Made = NonNullable<Reports['made']>

const MadeFile = Reports.shape.made.unwrap().shape.files.unwrap().element
const Units = Reports.shape.made.unwrap().shape.units

/** What has been made, without its content; null until all of it is there. */
export async function findMade(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<Made | null> {
  const set = await db
    .selectFrom('report_set')
    .selectAll()
    .where('assessment_id', '=', id)
    .executeTakeFirst()
  if (!set) return null
  const rows = await db
    .selectFrom('report_file')
    .select(['kind', 'locale', 'length'])
    .where('assessment_id', '=', id)
    .orderBy('kind')
    .orderBy('locale')
    .execute()
  const files = rows.map(({ kind, locale, length }) =>
    MadeFile.parse({ kind, locale, bytes: length }),
  )
  return { on: set.made_on, files, units: Units.parse(JSON.parse(set.units)) }
}

export async function findFile(
  db: OfficeDatabase,
  id: AssessmentId,
  kind: ReportKind,
  locale: Locale,
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('report_file')
    .select('content')
    .where('assessment_id', '=', id)
    .where('kind', '=', kind)
    .where('locale', '=', locale)
    .executeTakeFirst()
  return row?.content
}

/** What an earlier attempt left behind, which nobody has seen. */
export async function forgetFiles(db: OfficeDatabase, id: AssessmentId): Promise<void> {
  await db.deleteFrom('report_file').where('assessment_id', '=', id).execute()
}

export async function saveFile(
  db: OfficeDatabase,
  id: AssessmentId,
  file: {
    readonly kind: ReportKind
    readonly locale: Locale
    readonly content: Uint8Array
  },
): Promise<void> {
  const { kind, locale, content } = file
  await db
    .insertInto('report_file')
    .values({ assessment_id: id, kind, locale, length: content.length, content })
    .execute()
}

/** From now on both sides have all of it. */
export async function saveMade(
  db: OfficeDatabase,
  id: AssessmentId,
  { on, units }: Pick<Made, 'on' | 'units'>,
): Promise<void> {
  await db
    .insertInto('report_set')
    .values({ assessment_id: id, made_on: on, units: JSON.stringify(units) })
    .execute()
}

/** The page for employees as it was made from the same; one of before is none. */
export async function findTold(
  db: OfficeDatabase,
  id: AssessmentId,
  locale: Locale,
  madeFrom: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('told_page')
    .select('page')
    .where('assessment_id', '=', id)
    .where('locale', '=', locale)
    .where('made_from', '=', madeFrom)
    .executeTakeFirst()
  return row?.page
}

export async function saveTold(
  db: OfficeDatabase,
  id: AssessmentId,
  madeFrom: string,
  pages: readonly ToldPage[],
): Promise<void> {
  const rows = pages.map((page) => ({
    assessment_id: id,
    locale: page.locale,
    made_from: madeFrom,
    page: JSON.stringify(ToldPage.parse(page)),
  }))
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('told_page').where('assessment_id', '=', id).execute()
    await transaction
      .insertInto('told_page')
      .values(rows)
      // Another process made the same pages at the same moment.
      .onConflict((conflict) =>
        conflict.columns(['assessment_id', 'locale']).doUpdateSet((made) => ({
          made_from: made.ref('excluded.made_from'),
          page: made.ref('excluded.page'),
        })),
      )
      .execute()
  })
}
