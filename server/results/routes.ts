import { Hono } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { ById } from '../assessments/contract.ts'
import { accept, reply } from '../doors.ts'
import { Job } from '../jobs/contract.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { TallyServices } from '../tally/tally-services.ts'
import { Results } from './contract.ts'
import { releaseResults } from './release-results.ts'
import { showResults } from './show-results.ts'

export function resultRoutes(services: TallyServices & { readonly jobs: Jobs }) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Results, await showResults(services, memberOf(c), id))
    })
    .post('/:id/release', accept('param', ById), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Job, await releaseResults(services, organiserOf(c), id), 202)
    })
}
export type ResultRoutes = ReturnType<typeof resultRoutes>
