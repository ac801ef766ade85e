import type { Member } from '../../accounts/access.ts'
import type { OfficeDatabase } from '../../database/office.ts'
import { Agreement, type Assessment, type Matter } from '../contract.ts'
import type { Row } from '../from-row.ts'

/** Who agreed to what in the state an assessment is in. */
export async function listAgreements(
  db: OfficeDatabase,
  { id, state }: Pick<Row, 'id' | 'state'>,
): Promise<readonly Agreement[]> {
  const rows = await db
    .selectFrom('agreement')
    .select(['matter', 'role', 'name as by'])
    .where('assessment_id', '=', id)
    .where('in_state', '=', state)
    .orderBy('matter')
    .orderBy('role')
    .execute()
  return rows.map((row) => Agreement.parse(row))
}

/** Agreeing twice is agreeing once. */
export async function saveAgreement(
  db: OfficeDatabase,
  { id, state }: Pick<Assessment, 'id' | 'state'>,
  matter: Matter,
  { userId, name, role }: Pick<Member, 'userId' | 'name' | 'role'>,
): Promise<void> {
  await db
    .insertInto('agreement')
    .values({ assessment_id: id, matter, in_state: state, role, user_id: userId, name })
    .onConflict((conflict) =>
      conflict
        .columns(['assessment_id', 'matter', 'in_state', 'role'])
        .doUpdateSet({ user_id: userId, name }),
    )
    .execute()
}

export async function removeAgreement(
  db: OfficeDatabase,
  { id, state }: Pick<Assessment, 'id' | 'state'>,
  matter: Matter,
  { role }: Pick<Member, 'role'>,
): Promise<void> {
  await db
    .deleteFrom('agreement')
    .where('assessment_id', '=', id)
    .where('in_state', '=', state)
    .where('matter', '=', matter)
    .where('role', '=', role)
    .execute()
}
