import { Hono, type MiddlewareHandler } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { Done } from '../accounts/contract.ts'
import { withCookies } from '../accounts/session-cookies.ts'
import { ById } from '../assessments/contract.ts'
import { assessmentOf } from '../assessments/find-assessment.ts'
import { gives } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import { Job } from '../jobs/contract.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { Refusal } from '../refusal.ts'
import { KeyHolders } from '../trustees/contract.ts'
import type { ExampleReach } from './ask-example.ts'
import { SpareCodes, Visit } from './contract.ts'
import { startFilling } from './fill-example.ts'
import { holdExampleKeys } from './key-holders.ts'
import { startSecondYear } from './second-year.ts'
import { listSpareCodes } from './store.ts'
import { startOpeningExample } from './unseal-example.ts'
import { visitExample } from './visit-example.ts'

/**
 * Invented people do here what somebody must do in person: sign in, hold keys, open. So it is
 * for whoever sits at this machine, and each of them for their own example alone.
 */
export function exampleRoutes(services: ExampleReach & { readonly jobs: Jobs }) {
  return new Hono<Identified>()
    .use(onThisMachineOnly(services))
    .post('/visit', accept('json', Visit), gives(Done), async (c) =>
      withCookies(c, await visitExample(services, c.req.valid('json').as)),
    )
    .post('/fill', gives(Job, 202), async (c) =>
      reply(c, Job, await startFilling(services, organiserOf(c)), 202),
    )
    .post('/:id/keys', accept('param', ById), gives(KeyHolders), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, KeyHolders, await holdExampleKeys(services, organiserOf(c), id))
    })
    .post('/:id/unseal', accept('param', ById), gives(Job, 202), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Job, await startOpeningExample(services, organiserOf(c), id), 202)
    })
    .post('/:id/second-year', accept('param', ById), gives(Job, 202), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Job, await startSecondYear(services, organiserOf(c), id), 202)
    })
    .get('/:id/codes', accept('param', ById), gives(SpareCodes), async (c) => {
      const { id } = c.req.valid('param')
      await assessmentOf(services, memberOf(c), id)
      return reply(c, SpareCodes, await listSpareCodes(services.db, id))
    })
}

function onThisMachineOnly({ config }: ExampleReach): MiddlewareHandler {
  return async (_, next) => {
    if (!config.loopback) throw new Refusal('example-on-this-machine-only')
    await next()
  }
}

export type ExampleRoutes = ReturnType<typeof exampleRoutes>
