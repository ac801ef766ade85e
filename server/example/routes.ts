import { Hono } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { withCookies } from '../accounts/session-cookies.ts'
import { ById } from '../assessments/contract.ts'
import { assessmentOf } from '../assessments/find-assessment.ts'
import { accept, reply } from '../doors.ts'
import { Job } from '../jobs/contract.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { KeyHolders } from '../trustees/contract.ts'
import { SpareCodes, Visit } from './contract.ts'
import { type ExampleReach, exampleSides, startFilling } from './fill-example.ts'
import { holdExampleKeys } from './key-holders.ts'
import { listSpareCodes } from './store.ts'
import { startOpeningExample } from './unseal-example.ts'
import { visitExample } from './visit-example.ts'

export function exampleRoutes(services: ExampleReach & { readonly jobs: Jobs }) {
  return new Hono<Identified>()
    .post('/visit', accept('json', Visit), async (c) =>
      withCookies(c, await visitExample(services, c.req.valid('json').as)),
    )
    .post('/fill', async (c) =>
      reply(c, Job, await startFilling(services, organiserOf(c)), 202),
    )
    .post('/:id/keys', accept('param', ById), async (c) => {
      const { id } = c.req.valid('param')
      organiserOf(c)
      const sides = await exampleSides(services)
      return reply(c, KeyHolders, await holdExampleKeys(services, sides, id))
    })
    .post('/:id/unseal', accept('param', ById), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Job, await startOpeningExample(services, organiserOf(c), id), 202)
    })
    .get('/:id/codes', accept('param', ById), async (c) => {
      const { id } = c.req.valid('param')
      await assessmentOf(services, memberOf(c), id)
      return reply(c, SpareCodes, await listSpareCodes(services.db, id))
    })
}
export type ExampleRoutes = ReturnType<typeof exampleRoutes>
