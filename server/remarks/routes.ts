import { Hono } from 'hono'
import { type Identified, memberOf } from '../accounts/access.ts'
import { ById } from '../assessments/contract.ts'
import { gives } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import { NewRemark, OneRemark, Review } from './contract.ts'
import { remarkOn, reviewOf, settleRemark } from './review-plan.ts'

export function remarkRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), gives(Review), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Review, await reviewOf(services, memberOf(c), id))
    })
    .post(
      '/:id',
      accept('param', ById),
      accept('json', NewRemark),
      gives(Review, 201),
      async (c) => {
        const { id } = c.req.valid('param')
        const remark = c.req.valid('json')
        return reply(c, Review, await remarkOn(services, memberOf(c), id, remark), 201)
      },
    )
    .post(
      '/:id/:remark/settled',
      accept('param', OneRemark),
      gives(Review),
      async (c) => {
        const { id, remark } = c.req.valid('param')
        return reply(c, Review, await settleRemark(services, memberOf(c), id, remark))
      },
    )
}
export type RemarkRoutes = ReturnType<typeof remarkRoutes>
