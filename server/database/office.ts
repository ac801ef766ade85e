import type { Kysely } from 'kysely'
import type { AccountTables } from '../accounts/tables.ts'
import type { AssessmentTables } from '../assessments/tables.ts'
import type { ExampleTables } from '../example/tables.ts'
import type { FocusGroupTables } from '../focus-groups/tables.ts'
import type { InterviewTables } from '../interviews/tables.ts'
import type { OrientationTables } from '../orientation/tables.ts'
import type { ProgramTables } from '../programs/tables.ts'
import type { RegistrarTables } from '../registrar/tables.ts'
import type { ResultTables } from '../results/tables.ts'
import type { TallyTables } from '../tally/tables.ts'
import { migrate } from './migrate.ts'
import { accounts } from './migrations/0001-accounts.ts'
import { assessments } from './migrations/0002-assessments.ts'
import { openSqlite } from './sqlite.ts'

/** Everything but answers: who works here, what is planned, what was released. */
export type OfficeTables = AccountTables &
  AssessmentTables &
  RegistrarTables &
  FocusGroupTables &
  InterviewTables &
  TallyTables &
  ResultTables &
  ProgramTables &
  OrientationTables &
  ExampleTables

export type OfficeDatabase = Kysely<OfficeTables>

export async function openOffice(path: string): Promise<OfficeDatabase> {
  const db = openSqlite<OfficeTables>(path)
  await migrate(db, { '0001-accounts': accounts, '0002-assessments': assessments })
  return db
}
