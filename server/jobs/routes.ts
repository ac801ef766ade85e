import { Hono } from 'hono'
import { type Identified, memberOf } from '../accounts/access.ts'
import { gives } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import { ByJob, Job } from './contract.ts'
import type { Jobs } from './jobs.ts'

export function jobRoutes(jobs: Jobs) {
  return new Hono<Identified>().get(
    '/:job',
    accept('param', ByJob),
    gives(Job),
    async (c) => {
      const { job } = c.req.valid('param')
      return reply(c, Job, await jobs.find(memberOf(c).organization.id, job))
    },
  )
}
export type JobRoutes = ReturnType<typeof jobRoutes>
