import { Hono } from 'hono'
import {
  delivererOf,
  type Identified,
  memberOf,
  organiserOf,
} from '../accounts/access.ts'
import { AssessmentId, ById } from '../assessments/contract.ts'
import { gives, givesFile, givesNothing } from '../descriptions.ts'
import { accept, reply, replyToAll } from '../doors.ts'
import { ToldChoice, ToldPage } from '../reports/contract.ts'
import type { Services } from '../services.ts'
import {
  AnnualReportId,
  Deliveries,
  KeepTotals,
  TemplateChoice,
  TotalsPreview,
  TotalsTold,
  YearFile,
  type YearForm,
  Years,
} from './contract.ts'
import { deliveriesOf } from './deliveries-of.ts'
import { keepTotals, publishYear, withdrawReport } from './keep-report.ts'
import { previewTotals } from './look-at-totals.ts'
import { toldYear } from './told-year.ts'
import { annualTemplate } from './write-template.ts'
import { yearFile } from './year-files.ts'
import { yearsOf } from './years-of.ts'

const OneReport = ById.extend({ report: AnnualReportId })
const OneFile = YearFile.extend({ id: AssessmentId })
const PageChoice = ToldChoice.extend({ assessment: AssessmentId })

const office = 'application/vnd.openxmlformats-officedocument'
const types: Readonly<Record<YearForm, string>> = {
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  pptx: `${office}.presentationml.presentation`,
  xlsx: `${office}.spreadsheetml.sheet`,
}

/** What both sides read of a year, and the organiser settles. */
export function annualReportRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), gives(Years), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Years, await yearsOf(services, memberOf(c), id))
    })
    .get(
      '/:id/:report/file/:form/:locale',
      accept('param', OneFile),
      givesFile(...Object.values(types)),
      async (c) => {
        const { id, report, form, locale } = c.req.valid('param')
        const asked = { form, locale }
        const bytes = await yearFile(services, memberOf(c), id, report, asked)
        return c.body(new Uint8Array(bytes), 200, {
          'content-type': types[form],
          'content-disposition': `attachment; filename="year-${locale}.${form}"`,
        })
      },
    )
    .post(
      '/:id/:report/publication',
      accept('param', OneReport),
      givesNothing(),
      async (c) => {
        const { id, report } = c.req.valid('param')
        await publishYear(services, organiserOf(c), id, report)
        return c.body(null, 204)
      },
    )
    .delete('/:id/:report', accept('param', OneReport), givesNothing(), async (c) => {
      const { id, report } = c.req.valid('param')
      await withdrawReport(services, organiserOf(c), id, report)
      return c.body(null, 204)
    })
}
export type AnnualReportRoutes = ReturnType<typeof annualReportRoutes>

/** Where whoever delivers the program brings its totals, and sees nothing else. */
export function deliveryRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/', gives(Deliveries), async (c) =>
      reply(c, Deliveries, await deliveriesOf(services, delivererOf(c))),
    )
    .get(
      '/template/:locale',
      accept('param', TemplateChoice),
      givesFile('text/csv'),
      (c) => {
        delivererOf(c)
        const { locale } = c.req.valid('param')
        return c.body(annualTemplate(locale), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="annual-report-${locale}.csv"`,
        })
      },
    )
    .post(
      '/:id/preview',
      accept('param', ById),
      accept('json', TotalsTold),
      gives(TotalsPreview),
      async (c) => {
        const { id } = c.req.valid('param')
        const told = c.req.valid('json')
        const preview = await previewTotals(services, delivererOf(c), id, told)
        return reply(c, TotalsPreview, preview)
      },
    )
    .put(
      '/:id/report',
      accept('param', ById),
      accept('json', KeepTotals),
      gives(Deliveries),
      async (c) => {
        const { id } = c.req.valid('param')
        const totals = c.req.valid('json')
        const kept = await keepTotals(services, delivererOf(c), id, totals)
        return reply(c, Deliveries, kept)
      },
    )
}
export type DeliveryRoutes = ReturnType<typeof deliveryRoutes>

/** "A year later" for everybody, the same bytes for all: no session is read here. */
export function toldYearRoutes(services: Pick<Services, 'db'>) {
  return new Hono().get(
    '/:assessment/:locale',
    accept('param', PageChoice),
    gives(ToldPage),
    async (c) => {
      const { assessment, locale } = c.req.valid('param')
      return replyToAll(c, await toldYear(services, assessment, locale))
    },
  )
}
