import { Hono } from 'hono'
import {
  facilitatorOf,
  type Identified,
  organiserOf,
  signedInOf,
} from '../accounts/access.ts'
import { ById } from '../assessments/contract.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import {
  GroupsOfAssessment,
  HoldSession,
  NewStudy,
  OfSession,
  PlanSession,
  Readiness,
  SignConduct,
} from './contract.ts'
import { groupsOf } from './groups-of.ts'
import { callOffSession, holdSession, inviteToSession } from './move-session.ts'
import { planSession } from './plan-session.ts'
import { planStudy } from './plan-study.ts'
import { readinessOf, signConduct } from './readiness.ts'

/** Planning focus groups, and being ready to hold them. */
export function groupStudyRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/readiness', async (c) =>
      reply(c, Readiness, await readinessOf(services, facilitatorOf(c))),
    )
    .put('/readiness', accept('json', SignConduct), async (c) => {
      const signing = c.req.valid('json')
      return reply(c, Readiness, await signConduct(services, facilitatorOf(c), signing))
    })
    .get('/:id', accept('param', ById), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, GroupsOfAssessment, await groupsOf(services, signedInOf(c), id))
    })
    .put('/:id', accept('param', ById), accept('json', NewStudy), async (c) => {
      const { id } = c.req.valid('param')
      const organiser = organiserOf(c)
      await planStudy(services, organiser, id, c.req.valid('json'))
      return reply(c, GroupsOfAssessment, await groupsOf(services, organiser, id))
    })
    .post(
      '/:id/sessions',
      accept('param', ById),
      accept('json', PlanSession),
      async (c) => {
        const { id } = c.req.valid('param')
        const organiser = organiserOf(c)
        await planSession(services, organiser, id, c.req.valid('json'))
        return reply(c, GroupsOfAssessment, await groupsOf(services, organiser, id), 201)
      },
    )
    .delete('/:id/sessions/:session', accept('param', OfSession), async (c) => {
      const { id, session } = c.req.valid('param')
      const organiser = organiserOf(c)
      await callOffSession(services, organiser, id, session)
      return reply(c, GroupsOfAssessment, await groupsOf(services, organiser, id))
    })
    .post('/:id/sessions/:session/invite', accept('param', OfSession), async (c) => {
      const { id, session } = c.req.valid('param')
      const organiser = organiserOf(c)
      await inviteToSession(services, organiser, id, session)
      return reply(c, GroupsOfAssessment, await groupsOf(services, organiser, id))
    })
    .post(
      '/:id/sessions/:session/hold',
      accept('param', OfSession),
      accept('json', HoldSession),
      async (c) => {
        const { id, session } = c.req.valid('param')
        const { powerCheck } = c.req.valid('json')
        const facilitator = facilitatorOf(c)
        await holdSession(services, facilitator, id, session, powerCheck)
        return reply(c, GroupsOfAssessment, await groupsOf(services, facilitator, id))
      },
    )
}
export type GroupStudyRoutes = ReturnType<typeof groupStudyRoutes>
