import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { type InstrumentId, KeptInstrument, ReadFile } from './contract.ts'

/** By name, whatever order they came in. */
export async function listInstruments(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly KeptInstrument[]> {
  const rows = await db
    .selectFrom('instrument')
    .selectAll()
    .where('assessment_id', '=', assessment)
    .orderBy('id')
    .execute()
  return rows
    .map(({ id, content, licence, recorded_by, recorded_on }) =>
      KeptInstrument.parse({
        id,
        ...JSON.parse(content),
        licence: JSON.parse(licence),
        recordedBy: recorded_by,
        recordedOn: recorded_on,
      }),
    )
    .toSorted((a, b) => (a.licence.name < b.licence.name ? -1 : 1))
}

export async function saveInstrument(
  db: OfficeDatabase,
  assessment: AssessmentId,
  { id, licence, recordedBy, recordedOn, ...content }: KeptInstrument,
): Promise<void> {
  await db
    .insertInto('instrument')
    .values({
      id,
      assessment_id: assessment,
      content: JSON.stringify(ReadFile.parse(content)),
      licence: JSON.stringify(licence),
      recorded_by: recordedBy,
      recorded_on: recordedOn,
    })
    .execute()
}

/** @returns false when there was no such instrument */
export async function removeInstrument(
  db: OfficeDatabase,
  assessment: AssessmentId,
  id: InstrumentId,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('instrument')
    .where('id', '=', id)
    .where('assessment_id', '=', assessment)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}
