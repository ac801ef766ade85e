import { Hono } from 'hono'
import {
  facilitatorOf,
  type Identified,
  memberOf,
  organiserOf,
} from '../accounts/access.ts'
import { ById, Studies } from '../assessments/contract.ts'
import { studiesOf } from '../assessments/find-assessment.ts'
import { gives, givesNothing } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import {
  FocusGroupId,
  FocusGroupSession,
  FocusGroupSessions,
  NewSession,
} from './contract.ts'
import { discardSession, recordSession, sessionsOf } from './record-session.ts'

const OneSession = ById.extend({ session: FocusGroupId })

export function focusGroupRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/', gives(Studies), async (c) =>
      reply(c, Studies, await studiesOf(services, facilitatorOf(c))),
    )
    .get('/:id', accept('param', ById), gives(FocusGroupSessions), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, FocusGroupSessions, await sessionsOf(services, memberOf(c), id))
    })
    .post(
      '/:id',
      accept('param', ById),
      accept('json', NewSession),
      gives(FocusGroupSession, 201),
      async (c) => {
        const { id } = c.req.valid('param')
        const session = c.req.valid('json')
        const saved = await recordSession(services, organiserOf(c), id, session)
        return reply(c, FocusGroupSession, saved, 201)
      },
    )
    .delete('/:id/:session', accept('param', OneSession), givesNothing(), async (c) => {
      const { id, session } = c.req.valid('param')
      await discardSession(services, organiserOf(c), id, session)
      return c.body(null, 204)
    })
}
export type FocusGroupRoutes = ReturnType<typeof focusGroupRoutes>
