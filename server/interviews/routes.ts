import { Hono } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { ById } from '../assessments/contract.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import { Interview, InterviewId, Interviews, NewInterview } from './contract.ts'
import { discardInterview, interviewsOf, recordInterview } from './record-interview.ts'

const OneInterview = ById.extend({ interview: InterviewId })

export function interviewRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Interviews, await interviewsOf(services, memberOf(c), id))
    })
    .post('/:id', accept('param', ById), accept('json', NewInterview), async (c) => {
      const { id } = c.req.valid('param')
      const interview = c.req.valid('json')
      const saved = await recordInterview(services, organiserOf(c), id, interview)
      return reply(c, Interview, saved, 201)
    })
    .delete('/:id/:interview', accept('param', OneInterview), async (c) => {
      const { id, interview } = c.req.valid('param')
      await discardInterview(services, organiserOf(c), id, interview)
      return c.body(null, 204)
    })
}
export type InterviewRoutes = ReturnType<typeof interviewRoutes>
