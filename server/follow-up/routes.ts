import { Hono } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { ById } from '../assessments/contract.ts'
import { gives, givesFile } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import { Actions, Changes, ForBudget, NextYear, SayDone, Settle } from './contract.ts'
import { nextYearOf, settle } from './next-year.ts'
import { actionsOf, sayDone } from './record-action.ts'
import { changesCsv, changesOf } from './show-changes.ts'

export function followUpRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/:id/changes', accept('param', ById), gives(Changes), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Changes, await changesOf(services, memberOf(c), id))
    })
    .get('/:id/changes.csv', accept('param', ById), givesFile('text/csv'), async (c) => {
      const { id } = c.req.valid('param')
      const csv = await changesCsv(services, memberOf(c), id)
      return c.body(csv, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="changes.csv"',
      })
    })
    .get('/:id/actions', accept('param', ById), gives(Actions), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Actions, await actionsOf(services, memberOf(c), id))
    })
    .post(
      '/:id/actions',
      accept('param', ById),
      accept('json', SayDone),
      gives(Actions),
      async (c) => {
        const { id } = c.req.valid('param')
        const said = c.req.valid('json')
        return reply(c, Actions, await sayDone(services, memberOf(c), id, said))
      },
    )
    .get(
      '/:id/next-year',
      accept('param', ById),
      accept('query', ForBudget),
      gives(NextYear),
      async (c) => {
        const { id } = c.req.valid('param')
        const budget = c.req.valid('query')
        return reply(c, NextYear, await nextYearOf(services, memberOf(c), id, budget))
      },
    )
    .post(
      '/:id/settled',
      accept('param', ById),
      accept('json', Settle),
      gives(NextYear),
      async (c) => {
        const { id } = c.req.valid('param')
        const settled = c.req.valid('json')
        return reply(c, NextYear, await settle(services, organiserOf(c), id, settled))
      },
    )
}
export type FollowUpRoutes = ReturnType<typeof followUpRoutes>
