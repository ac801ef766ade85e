import { Hono } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import { Examination, Examinations, OfKind } from './contract.ts'
import {
  examinationsOf,
  recordExamination,
  withdrawExamination,
} from './examine-questions.ts'

export function examinationRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/', async (c) =>
      reply(c, Examinations, await examinationsOf(services, memberOf(c))),
    )
    .put('/', accept('json', Examination), async (c) => {
      const examination = c.req.valid('json')
      const organiser = organiserOf(c)
      return reply(
        c,
        Examinations,
        await recordExamination(services, organiser, examination),
      )
    })
    .delete('/:locale/:kind', accept('param', OfKind), async (c) => {
      const which = c.req.valid('param')
      const organiser = organiserOf(c)
      return reply(c, Examinations, await withdrawExamination(services, organiser, which))
    })
}
export type ExaminationRoutes = ReturnType<typeof examinationRoutes>
