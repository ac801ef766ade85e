import { hc } from 'hono/client'
import type { z } from 'zod'
import type { AccountRoutes } from '#server/accounts/routes.ts'
import type { AnnualReportRoutes, DeliveryRoutes } from '#server/annual-reports/routes.ts'
import type { AssessmentRoutes } from '#server/assessments/routes.ts'
import type { AuditRoutes } from '#server/audit/routes.ts'
import type { BriefingRoutes } from '#server/briefings/routes.ts'
import type { CodingFileRoutes } from '#server/coding/exchange/routes.ts'
import type { CodingRoutes } from '#server/coding/routes.ts'
import type { ExaminationRoutes } from '#server/examinations/routes.ts'
import type { ExampleRoutes } from '#server/example/routes.ts'
import type { FocusGroupRoutes } from '#server/focus-groups/routes.ts'
import type { FollowUpRoutes } from '#server/follow-up/routes.ts'
import type { GroupNotesRoutes } from '#server/group-notes/routes.ts'
import type { GroupSeatRoutes } from '#server/group-seats/routes.ts'
import type { GroupStudyRoutes } from '#server/group-studies/routes.ts'
import type { IndicatorRoutes } from '#server/indicators/routes.ts'
import type { InstrumentRoutes } from '#server/instruments/routes.ts'
import type {
  InterviewDoorRoutes,
  InterviewRoutes,
  TalkRoutes,
} from '#server/interviews/routes.ts'
import type { InvitationRoutes } from '#server/invitations/routes.ts'
import type { JobRoutes } from '#server/jobs/routes.ts'
import type { OrientationRoutes } from '#server/orientation/routes.ts'
import type { ProgramRoutes } from '#server/programs/routes.ts'
import type { RegistrarRoutes } from '#server/registrar/routes.ts'
import type { RemarkRoutes } from '#server/remarks/routes.ts'
import type { ReportRoutes } from '#server/reports/routes.ts'
import type { ResultRoutes } from '#server/results/routes.ts'
import type { OpeningRoutes, TallyRoutes } from '#server/tally/routes.ts'
import type { KeyDoorRoutes, TrusteeRoutes } from '#server/trustees/routes.ts'
import type { WaveRoutes } from '#server/waves/routes.ts'

/** One typed client a slice. */
export const accounts = hc<AccountRoutes>('/api/office/accounts')
export const audit = hc<AuditRoutes>('/api/office/audit')
export const assessments = hc<AssessmentRoutes>('/api/office/assessments')
export const examinations = hc<ExaminationRoutes>('/api/office/examinations')
export const remarks = hc<RemarkRoutes>('/api/office/remarks')
export const registrar = hc<RegistrarRoutes>('/api/office/registrar')
export const invitations = hc<InvitationRoutes>('/api/office/invitations')
export const focusGroups = hc<FocusGroupRoutes>('/api/office/focus-groups')
export const instruments = hc<InstrumentRoutes>('/api/office/instruments')
export const indicators = hc<IndicatorRoutes>('/api/office/indicators')
export const groupStudies = hc<GroupStudyRoutes>('/api/office/group-studies')
export const groupNotes = hc<GroupNotesRoutes>('/api/office/group-notes')
export const coding = hc<CodingRoutes>('/api/office/coding')
export const codingFiles = hc<CodingFileRoutes>('/api/office/coding-files')
export const groupSeats = hc<GroupSeatRoutes>('/api/office/group-seats')
export const interviews = hc<InterviewRoutes>('/api/office/interviews')
export const talks = hc<TalkRoutes>('/api/office/talks')
export const tally = hc<TallyRoutes>('/api/office/tally')
export const results = hc<ResultRoutes>('/api/office/results')
export const reports = hc<ReportRoutes>('/api/office/reports')
export const annualReports = hc<AnnualReportRoutes>('/api/office/annual-reports')
export const deliveries = hc<DeliveryRoutes>('/api/office/deliveries')
export const programs = hc<ProgramRoutes>('/api/office/programs')
export const briefings = hc<BriefingRoutes>('/api/office/briefings')
export const waves = hc<WaveRoutes>('/api/office/waves')
export const followUp = hc<FollowUpRoutes>('/api/office/follow-up')
export const orientation = hc<OrientationRoutes>('/api/office/orientation')
export const trustees = hc<TrusteeRoutes>('/api/office/trustees')
export const jobs = hc<JobRoutes>('/api/office/jobs')
export const example = hc<ExampleRoutes>('/api/office/example')

/** For key holders and managers, who need no account. */
export const keyDoor = hc<KeyDoorRoutes>('/api/key-holder')
export const interviewDoor = hc<InterviewDoorRoutes>('/api/interview')
export const opening = hc<OpeningRoutes>('/api/key-holder/opening')

/** One thing that is wrong, where, and what to do about it. */
export interface Problem {
  readonly where: string
  readonly expected: string
  readonly say?: string
  readonly words?: Readonly<Record<string, string | number>>
}

/** A no of the server, or a server that could not be reached. */
export class Refused extends Error {
  readonly code: string
  readonly problems: readonly Problem[]

  constructor(code: string, problems: readonly Problem[] = []) {
    super(code)
    this.name = 'Refused'
    this.code = code
    this.problems = problems
  }
}

interface Reply {
  readonly ok: boolean
  readonly status: number
  json(): Promise<unknown>
  blob(): Promise<Blob>
}

/** What the server answers, read by its contract, or a `Refused` that a page can word. */
export async function ask<Shape extends z.ZodType>(
  shape: Shape,
  request: Promise<Reply>,
): Promise<z.output<Shape>> {
  const reply = await send(request)
  return shape.parse(await reply.json())
}

/** For what answers with nothing but its success. */
export async function settle(request: Promise<Reply>): Promise<void> {
  await send(request)
}

/** A file that the server makes on the spot. */
export async function receive(request: Promise<Reply>): Promise<Blob> {
  const reply = await send(request)
  return reply.blob()
}

async function send(request: Promise<Reply>): Promise<Reply> {
  const reply = await request.catch(() => {
    throw new Refused('unreachable')
  })
  if (reply.ok) return reply
  const no: unknown = await reply.json().catch(() => null)
  if (isProblem(no)) throw new Refused(no.code, no.problems)
  throw new Refused('internal-error')
}

function isProblem(
  body: unknown,
): body is { readonly code: string; readonly problems: readonly Problem[] } {
  return typeof body === 'object' && body !== null && 'code' in body && 'problems' in body
}
