import { Hono } from 'hono'
import { type Identified, memberOf } from '../accounts/access.ts'
import { AssessmentId, ById } from '../assessments/contract.ts'
import { gives, givesFile } from '../descriptions.ts'
import { accept, reply, replyToAll } from '../doors.ts'
import { Job } from '../jobs/contract.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import {
  ReportChoice,
  type ReportKind,
  Reports,
  ToldChoice,
  ToldPage,
  UnitSheetChoice,
} from './contract.ts'
import { startReports } from './make-reports.ts'
import { reportFile, reportsOf, unitSheet } from './show-reports.ts'
import { toldPage } from './tell-employees.ts'

const Choice = ReportChoice.extend({ id: AssessmentId })
const SheetChoice = UnitSheetChoice.extend({ id: AssessmentId })
const PageChoice = ToldChoice.extend({ assessment: AssessmentId })

const pdf = { type: 'application/pdf', ending: 'pdf' }
const office = 'application/vnd.openxmlformats-officedocument'
const forms: Readonly<
  Record<ReportKind, { readonly type: string; readonly ending: string }>
> = {
  report: pdf,
  deck: { type: `${office}.presentationml.presentation`, ending: 'pptx' },
  sheet: pdf,
  workbook: { type: `${office}.spreadsheetml.sheet`, ending: 'xlsx' },
  ddi: { type: 'application/xml; charset=utf-8', ending: 'xml' },
}

const asFile = (kind: ReportKind, locale: string) => ({
  'content-type': forms[kind].type,
  'content-disposition': `attachment; filename="${kind}-${locale}.${forms[kind].ending}"`,
})

export function reportRoutes(services: Services & { readonly jobs: Jobs }) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), gives(Reports), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Reports, await reportsOf(services, memberOf(c), id))
    })
    .post('/:id/make', accept('param', ById), gives(Job, 202), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Job, await startReports(services, memberOf(c), id), 202)
    })
    .get(
      '/:id/file/:document/:locale',
      accept('param', Choice),
      givesFile(...Object.values(forms).map(({ type }) => type)),
      async (c) => {
        const { id, document: kind, locale } = c.req.valid('param')
        const bytes = await reportFile(services, memberOf(c), id, kind, locale)
        return c.body(new Uint8Array(bytes), 200, asFile(kind, locale))
      },
    )
    .get(
      '/:id/unit-sheet/:unit/:locale',
      accept('param', SheetChoice),
      givesFile(pdf.type),
      async (c) => {
        const { id, unit, locale } = c.req.valid('param')
        const bytes = await unitSheet(services, memberOf(c), id, unit, locale)
        return c.body(new Uint8Array(bytes), 200, asFile('sheet', locale))
      },
    )
}
export type ReportRoutes = ReturnType<typeof reportRoutes>

/** What all employees are told, the same bytes for all: no session is read here. */
export function toldRoutes(services: Pick<Services, 'db' | 'clock'>) {
  return new Hono().get(
    '/:assessment/:locale',
    accept('param', PageChoice),
    gives(ToldPage),
    async (c) => {
      const { assessment, locale } = c.req.valid('param')
      return replyToAll(c, await toldPage(services, assessment, locale))
    },
  )
}
