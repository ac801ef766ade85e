import { Hono } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { ById } from '../assessments/contract.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import { Budget, Decide, Portfolio, Program } from './contract.ts'
import { adoptProgram, decideComponent, programOf } from './decide.ts'
import { planWithinBudget } from './plan-within-budget.ts'

export function programRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Program, await programOf(services, memberOf(c), id))
    })
    .get('/:id/portfolio', accept('param', ById), accept('query', Budget), async (c) => {
      const { id } = c.req.valid('param')
      const plan = await planWithinBudget(services, memberOf(c), id, c.req.valid('query'))
      return reply(c, Portfolio, plan)
    })
    .post('/:id/decisions', accept('param', ById), accept('json', Decide), async (c) => {
      const { id } = c.req.valid('param')
      const decision = c.req.valid('json')
      return reply(
        c,
        Program,
        await decideComponent(services, organiserOf(c), id, decision),
      )
    })
    .post('/:id/adoption', accept('param', ById), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Program, await adoptProgram(services, organiserOf(c), id))
    })
}
export type ProgramRoutes = ReturnType<typeof programRoutes>
