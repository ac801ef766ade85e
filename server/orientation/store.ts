import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { AccessRoute } from './contract.ts'

export async function findRoute(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<AccessRoute | null> {
  const row = await db
    .selectFrom('access_route')
    .select('route')
    .where('assessment_id', '=', id)
    .executeTakeFirst()
  return row ? AccessRoute.parse(JSON.parse(row.route)) : null
}

export async function saveRoute(
  db: OfficeDatabase,
  id: AssessmentId,
  route: AccessRoute,
): Promise<void> {
  const row = { route: JSON.stringify(route) }
  await db
    .insertInto('access_route')
    .values({ assessment_id: id, ...row })
    .onConflict((conflict) => conflict.column('assessment_id').doUpdateSet(row))
    .execute()
}
