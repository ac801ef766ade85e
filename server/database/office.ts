import type { Kysely } from 'kysely'
import type { DoorKeyTables } from '../accounts/door-keys/tables.ts'
import type { AccountTables } from '../accounts/tables.ts'
import type { WayBackTables } from '../accounts/way-back/tables.ts'
import type { AnnualReportTables } from '../annual-reports/tables.ts'
import type { AssessmentTables } from '../assessments/tables.ts'
import type { AuditTables } from '../audit/tables.ts'
import type { BriefingTables } from '../briefings/tables.ts'
import type { SettledTables } from '../coding/settled/tables.ts'
import type { CodingTables } from '../coding/tables.ts'
import type { ExaminationTables } from '../examinations/tables.ts'
import type { ExampleTables } from '../example/tables.ts'
import type { FocusGroupTables } from '../focus-groups/tables.ts'
import type { FollowUpTables } from '../follow-up/tables.ts'
import type { GroupNotesTables } from '../group-notes/tables.ts'
import type { GroupSeatTables } from '../group-seats/tables.ts'
import type { GroupStudyTables } from '../group-studies/tables.ts'
import type { HeardTables } from '../heard/tables.ts'
import type { IndicatorTables } from '../indicators/tables.ts'
import type { InstrumentTables } from '../instruments/tables.ts'
import type { InterviewTables } from '../interviews/tables.ts'
import type { InvitationTables } from '../invitations/tables.ts'
import type { JobTables } from '../jobs/tables.ts'
import type { OrientationTables } from '../orientation/tables.ts'
import type { ProgramTables } from '../programs/tables.ts'
import type { ParticipationTables } from '../registrar/participation/tables.ts'
import type { ResetTables } from '../registrar/resets/tables.ts'
import type { RegistrarTables } from '../registrar/tables.ts'
import type { RemarkTables } from '../remarks/tables.ts'
import type { ReportTables } from '../reports/tables.ts'
import type { ResultTables } from '../results/tables.ts'
import type { TallyTables } from '../tally/tables.ts'
import type { TrusteeTables } from '../trustees/tables.ts'
import type { WaveTables } from '../waves/tables.ts'
import { openDatabase } from './engine.ts'
import { migrate, type StoreSchema } from './migrate.ts'
import { accounts } from './migrations/0001-accounts.ts'
import { assessments } from './migrations/0002-assessments.ts'
import { custody } from './migrations/0003-custody.ts'
import { doors } from './migrations/0004-doors.ts'
import { invitations } from './migrations/0005-invitations.ts'
import { participation } from './migrations/0006-participation.ts'
import { indicators } from './migrations/0007-indicators.ts'
import { groupStudies } from './migrations/0008-group-studies.ts'
import { interviews } from './migrations/0009-interviews.ts'
import { groupNotes } from './migrations/0010-group-notes.ts'
import { heard } from './migrations/0011-heard.ts'
import { coding } from './migrations/0012-coding.ts'
import { preparing } from './migrations/0013-preparing.ts'
import { examinations } from './migrations/0014-examinations.ts'
import { programLog } from './migrations/0015-program-log.ts'
import { reports } from './migrations/0017-reports.ts'
import { secondFactor } from './migrations/0018-second-factor.ts'
import { audit } from './migrations/0019-audit.ts'
import { orientation } from './migrations/0020-orientation.ts'
import { instruments } from './migrations/0022-instruments.ts'
import { remarks } from './migrations/0023-remarks.ts'
import { annualReports } from './migrations/0024-annual-reports.ts'
import { waves } from './migrations/0025-waves.ts'
import { briefings } from './migrations/0026-briefings.ts'
import { severalProcesses } from './migrations/0028-several-processes.ts'

/** Everything but answers: who works here, what is planned, what was released. */
export type OfficeTables = AccountTables &
  DoorKeyTables &
  WayBackTables &
  AssessmentTables &
  AuditTables &
  BriefingTables &
  RegistrarTables &
  RemarkTables &
  ExaminationTables &
  ResetTables &
  ParticipationTables &
  CodingTables &
  SettledTables &
  FocusGroupTables &
  GroupNotesTables &
  GroupSeatTables &
  GroupStudyTables &
  HeardTables &
  InterviewTables &
  IndicatorTables &
  InstrumentTables &
  InvitationTables &
  JobTables &
  TallyTables &
  TrusteeTables &
  ResultTables &
  ProgramTables &
  OrientationTables &
  ReportTables &
  AnnualReportTables &
  WaveTables &
  FollowUpTables &
  ExampleTables

export type OfficeDatabase = Kysely<OfficeTables>

/** How the tables of the office came to be. */
export const officeSchema: StoreSchema = {
  pageBytes: 4_096,
  migrations: {
    '0001-accounts': accounts,
    '0002-assessments': assessments,
    '0003-custody': custody,
    '0004-doors': doors,
    '0005-invitations': invitations,
    '0006-participation': participation,
    '0007-indicators': indicators,
    '0008-group-studies': groupStudies,
    '0009-interviews': interviews,
    '0010-group-notes': groupNotes,
    '0011-heard': heard,
    '0012-coding': coding,
    '0013-preparing': preparing,
    '0014-examinations': examinations,
    '0015-program-log': programLog,
    '0017-reports': reports,
    '0018-second-factor': secondFactor,
    '0019-audit': audit,
    '0020-orientation': orientation,
    '0022-instruments': instruments,
    '0023-remarks': remarks,
    '0024-annual-reports': annualReports,
    '0025-waves': waves,
    '0026-briefings': briefings,
    '0028-several-processes': severalProcesses,
  },
}

/** @param address the path of an SQLite file, or `postgres://…` */
export async function openOffice(address: string): Promise<OfficeDatabase> {
  const { migrations, pageBytes } = officeSchema
  const db = openDatabase<OfficeTables>(address, pageBytes)
  await migrate(db, migrations)
  return db
}
