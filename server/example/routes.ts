import { Hono } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { withCookies } from '../accounts/session-cookies.ts'
import { ById } from '../assessments/contract.ts'
import { assessmentOf } from '../assessments/find-assessment.ts'
import { accept, reply } from '../doors.ts'
import { Job } from '../jobs/contract.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { TallyServices } from '../tally/tally-services.ts'
import { SpareCodes, Visit } from './contract.ts'
import { startFilling } from './fill-example.ts'
import { listSpareCodes } from './store.ts'
import { visitExample } from './visit-example.ts'

export function exampleRoutes(services: TallyServices & { readonly jobs: Jobs }) {
  return new Hono<Identified>()
    .post('/visit', accept('json', Visit), async (c) =>
      withCookies(c, await visitExample(services, c.req.valid('json').as)),
    )
    .post('/fill', async (c) =>
      reply(c, Job, await startFilling(services, organiserOf(c)), 202),
    )
    .get('/:id/codes', accept('param', ById), async (c) => {
      const { id } = c.req.valid('param')
      await assessmentOf(services, memberOf(c), id)
      return reply(c, SpareCodes, await listSpareCodes(services.db, id))
    })
}
export type ExampleRoutes = ReturnType<typeof exampleRoutes>
