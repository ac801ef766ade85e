import { Hono } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { Assessment, ById } from '../assessments/contract.ts'
import { accept, reply } from '../doors.ts'
import { closeAssessment } from './close-assessment.ts'
import { Participation } from './contract.ts'
import { participationOf } from './count-participation.ts'
import type { TallyServices } from './tally-services.ts'

export function tallyRoutes(services: TallyServices) {
  return new Hono<Identified>()
    .get('/:id/participation', accept('param', ById), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Participation, await participationOf(services, memberOf(c), id))
    })
    .post('/:id/close', accept('param', ById), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Assessment, await closeAssessment(services, organiserOf(c), id))
    })
}
export type TallyRoutes = ReturnType<typeof tallyRoutes>
