import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { Participation } from './contract.ts'

export async function findParticipation(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<Participation | undefined> {
  const row = await db
    .selectFrom('participation')
    .select(['counted_on', 'rates'])
    .where('assessment_id', '=', id)
    .executeTakeFirst()
  return (
    row && Participation.parse({ ...JSON.parse(row.rates), countedOn: row.counted_on })
  )
}

/** Puts today's count in place of the last one. */
export async function saveParticipation(
  db: OfficeDatabase,
  id: AssessmentId,
  { organization, units }: Participation,
  countedOn: string,
): Promise<void> {
  const row = { counted_on: countedOn, rates: JSON.stringify({ organization, units }) }
  await db
    .insertInto('participation')
    .values({ assessment_id: id, ...row })
    .onConflict((conflict) => conflict.column('assessment_id').doUpdateSet(row))
    .execute()
}
