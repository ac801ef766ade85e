import { Hono } from 'hono'
import { type Identified, memberOf } from '../accounts/access.ts'
import { Assessment, ById } from '../assessments/contract.ts'
import { accept, reply, replyWritten } from '../doors.ts'
import type { TallyServices } from '../tally/tally-services.ts'
import { Sources } from './contract.ts'
import { approveRelease, giveUp } from './release-results.ts'
import { showResults, showSources, signedReleaseOf } from './show-results.ts'

export function resultRoutes(services: TallyServices) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), async (c) => {
      const { id } = c.req.valid('param')
      return replyWritten(c, await showResults(services, memberOf(c), id))
    })
    .get('/:id/sources', accept('param', ById), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Sources, await showSources(services, memberOf(c), id))
    })
    .get('/:id/signed', accept('param', ById), async (c) => {
      const { id } = c.req.valid('param')
      return replyWritten(c, await signedReleaseOf(services, memberOf(c), id))
    })
    .post('/:id/release', accept('param', ById), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Assessment, await approveRelease(services, memberOf(c), id))
    })
    .post('/:id/abort', accept('param', ById), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Assessment, await giveUp(services, memberOf(c), id))
    })
}
export type ResultRoutes = ReturnType<typeof resultRoutes>
