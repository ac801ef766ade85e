import { Hono } from 'hono'
import {
  employeeSideOf,
  type Identified,
  memberOf,
  organiserOf,
} from '../accounts/access.ts'
import { gives } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import { disagree } from './agree.ts'
import { Lacking, Publication } from './ahead/contract.ts'
import { approveAssessment } from './approve-assessment.ts'
import {
  Approval,
  Assessment,
  Assessments,
  ById,
  NewAssessment,
  OfMatter,
  Plan,
  Questions,
  UnitsFile,
} from './contract.ts'
import { assessmentOf, assessmentsOf } from './find-assessment.ts'
import { lackingOf, publicationOf } from './look-ahead.ts'
import {
  chooseQuestions,
  importUnits,
  planAssessment,
  revisePlan,
} from './plan-assessment.ts'
import { agreeToDuty } from './read-duty.ts'

export function assessmentRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/', gives(Assessments), async (c) =>
      reply(c, Assessments, [...(await assessmentsOf(services, memberOf(c)))]),
    )
    .post('/', accept('json', NewAssessment), gives(Assessment, 201), async (c) => {
      const { name } = c.req.valid('json')
      return reply(
        c,
        Assessment,
        await planAssessment(services, organiserOf(c), name),
        201,
      )
    })
    .get('/:id', accept('param', ById), gives(Assessment), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Assessment, await assessmentOf(services, memberOf(c), id))
    })
    .route('/', planningRoutes(services))
    .post('/:id/duty-to-act', accept('param', ById), gives(Assessment), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Assessment, await agreeToDuty(services, memberOf(c), id))
    })
    .get('/:id/lacking', accept('param', ById), gives(Lacking), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Lacking, await lackingOf(services, memberOf(c), id))
    })
    .get('/:id/publication', accept('param', ById), gives(Publication), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Publication, await publicationOf(services, memberOf(c), id))
    })
    .post(
      '/:id/approval',
      accept('param', ById),
      accept('json', Approval),
      gives(Assessment),
      async (c) => {
        const { id } = c.req.valid('param')
        const { revision } = c.req.valid('json')
        const person = employeeSideOf(c)
        return reply(
          c,
          Assessment,
          await approveAssessment(services, person, id, revision),
        )
      },
    )
    .delete(
      '/:id/agreements/:matter',
      accept('param', OfMatter),
      gives(Assessment),
      async (c) => {
        const { id, matter } = c.req.valid('param')
        return reply(c, Assessment, await disagree(services, memberOf(c), id, matter))
      },
    )
}
export type AssessmentRoutes = ReturnType<typeof assessmentRoutes>

/** What organisers write of a plan. */
function planningRoutes(services: Services) {
  return new Hono<Identified>()
    .put(
      '/:id/plan',
      accept('param', ById),
      accept('json', Plan),
      gives(Assessment),
      async (c) => {
        const { id } = c.req.valid('param')
        const plan = c.req.valid('json')
        return reply(c, Assessment, await revisePlan(services, organiserOf(c), id, plan))
      },
    )
    .put(
      '/:id/units',
      accept('param', ById),
      accept('json', UnitsFile),
      gives(Assessment),
      async (c) => {
        const { id } = c.req.valid('param')
        const { csv } = c.req.valid('json')
        return reply(c, Assessment, await importUnits(services, organiserOf(c), id, csv))
      },
    )
    .put(
      '/:id/questions',
      accept('param', ById),
      accept('json', Questions),
      gives(Assessment),
      async (c) => {
        const { id } = c.req.valid('param')
        const questions = c.req.valid('json')
        const organiser = organiserOf(c)
        return reply(
          c,
          Assessment,
          await chooseQuestions(services, organiser, id, questions),
        )
      },
    )
}
