import { Hono } from 'hono'
import {
  facilitatorOf,
  type Identified,
  organiserOf,
  signedInOf,
} from '../accounts/access.ts'
import { ById } from '../assessments/contract.ts'
import { gives } from '../descriptions.ts'
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
    .get('/readiness', gives(Readiness), async (c) =>
      reply(c, Readiness, await readinessOf(services, facilitatorOf(c))),
    )
    .put('/readiness', accept('json', SignConduct), gives(Readiness), async (c) => {
      const signing = c.req.valid('json')
      return reply(c, Readiness, await signConduct(services, facilitatorOf(c), signing))
    })
    .get('/:id', accept('param', ById), gives(GroupsOfAssessment), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, GroupsOfAssessment, await groupsOf(services, signedInOf(c), id))
    })
    .put(
      '/:id',
      accept('param', ById),
      accept('json', NewStudy),
      gives(GroupsOfAssessment),
      async (c) => {
        const { id } = c.req.valid('param')
        const organiser = organiserOf(c)
        await planStudy(services, organiser, id, c.req.valid('json'))
        return reply(c, GroupsOfAssessment, await groupsOf(services, organiser, id))
      },
    )
    .route('/', sessionRoutes(services))
}
export type GroupStudyRoutes = ReturnType<typeof groupStudyRoutes>

/** The sessions of a study, one by one. */
function sessionRoutes(services: Services) {
  return new Hono<Identified>()
    .post(
      '/:id/sessions',
      accept('param', ById),
      accept('json', PlanSession),
      gives(GroupsOfAssessment, 201),
      async (c) => {
        const { id } = c.req.valid('param')
        const organiser = organiserOf(c)
        await planSession(services, organiser, id, c.req.valid('json'))
        return reply(c, GroupsOfAssessment, await groupsOf(services, organiser, id), 201)
      },
    )
    .delete(
      '/:id/sessions/:session',
      accept('param', OfSession),
      gives(GroupsOfAssessment),
      async (c) => {
        const { id, session } = c.req.valid('param')
        const organiser = organiserOf(c)
        await callOffSession(services, organiser, id, session)
        return reply(c, GroupsOfAssessment, await groupsOf(services, organiser, id))
      },
    )
    .post(
      '/:id/sessions/:session/invite',
      accept('param', OfSession),
      gives(GroupsOfAssessment),
      async (c) => {
        const { id, session } = c.req.valid('param')
        const organiser = organiserOf(c)
        await inviteToSession(services, organiser, id, session)
        return reply(c, GroupsOfAssessment, await groupsOf(services, organiser, id))
      },
    )
    .post(
      '/:id/sessions/:session/hold',
      accept('param', OfSession),
      accept('json', HoldSession),
      gives(GroupsOfAssessment),
      async (c) => {
        const { id, session } = c.req.valid('param')
        const { powerCheck } = c.req.valid('json')
        const facilitator = facilitatorOf(c)
        await holdSession(services, facilitator, id, session, powerCheck)
        return reply(c, GroupsOfAssessment, await groupsOf(services, facilitator, id))
      },
    )
}
