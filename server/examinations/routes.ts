import { Hono } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { gives } from '../descriptions.ts'
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
    .get('/', gives(Examinations), async (c) =>
      reply(c, Examinations, await examinationsOf(services, memberOf(c))),
    )
    .put('/', accept('json', Examination), gives(Examinations), async (c) => {
      const examination = c.req.valid('json')
      const organiser = organiserOf(c)
      return reply(
        c,
        Examinations,
        await recordExamination(services, organiser, examination),
      )
    })
    .delete('/:locale/:kind', accept('param', OfKind), gives(Examinations), async (c) => {
      const which = c.req.valid('param')
      const organiser = organiserOf(c)
      return reply(c, Examinations, await withdrawExamination(services, organiser, which))
    })
}
export type ExaminationRoutes = ReturnType<typeof examinationRoutes>
