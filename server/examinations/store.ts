import type { Member } from '../accounts/access.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { Examination, type OfKind } from './contract.ts'

type Of = Pick<Member, 'organization'>

export async function listExaminations(
  db: OfficeDatabase,
  { organization }: Of,
): Promise<readonly Examination[]> {
  const rows = await db
    .selectFrom('examination')
    .selectAll()
    .where('organization_id', '=', organization.id)
    .orderBy('locale')
    .orderBy('kind')
    .execute()
  return rows.map(({ done_on, name, held, ...row }) =>
    Examination.parse({ ...row, on: done_on, by: name, held: held === 1 }),
  )
}

/** A later check of the same kind takes the place of an earlier one. */
export async function saveExamination(
  db: OfficeDatabase,
  { organization }: Of,
  examination: Examination,
): Promise<void> {
  const { locale, kind, by, on, note } = examination
  const values = {
    done_on: on,
    name: by,
    note,
    people: kind === 'pilot' ? examination.people : null,
    held: kind === 'pilot' ? Number(examination.held) : null,
  }
  await db
    .insertInto('examination')
    .values({ organization_id: organization.id, locale, kind, ...values })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'locale', 'kind']).doUpdateSet(values),
    )
    .execute()
}

export async function removeExamination(
  db: OfficeDatabase,
  { organization }: Of,
  { locale, kind }: OfKind,
): Promise<void> {
  await db
    .deleteFrom('examination')
    .where('organization_id', '=', organization.id)
    .where('locale', '=', locale)
    .where('kind', '=', kind)
    .execute()
}
