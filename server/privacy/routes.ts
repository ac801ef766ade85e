import { Hono } from 'hono'
import { type Identified, memberOf } from '../accounts/access.ts'
import { AssessmentId } from '../assessments/contract.ts'
import { givesFile } from '../descriptions.ts'
import { accept } from '../doors.ts'
import type { Services } from '../services.ts'
import { assessImpact } from './assess-impact.ts'
import { PaperChoice } from './contract.ts'

const Choice = PaperChoice.extend({ id: AssessmentId })

const types = { pdf: 'application/pdf', txt: 'text/plain; charset=utf-8' } as const

export function privacyRoutes(services: Services) {
  return new Hono<Identified>().get(
    '/:id/impact-assessment/:form/:locale',
    accept('param', Choice),
    givesFile('application/pdf', 'text/plain'),
    async (c) => {
      const { id, form, locale } = c.req.valid('param')
      const bytes = await assessImpact(services, memberOf(c), id, form, locale)
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': types[form],
        'content-disposition': `attachment; filename="impact-assessment-${locale}.${form}"`,
      })
    },
  )
}
