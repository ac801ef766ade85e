import { Hono } from 'hono'
import { type Identified, memberOf } from '../accounts/access.ts'
import { gives, givesFile } from '../descriptions.ts'
import { reply } from '../doors.ts'
import type { Services } from '../services.ts'
import { AuditPage } from './contract.ts'
import { trailLines, trailOf } from './read-trail.ts'

export function auditRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/trail', gives(AuditPage), async (c) =>
      reply(c, AuditPage, await trailOf(services, memberOf(c))),
    )
    .get('/trail.jsonl', givesFile('text/plain'), async (c) => {
      const lines = await trailLines(services, memberOf(c))
      return c.body(lines, 200, {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': 'attachment; filename="what-was-done.jsonl"',
      })
    })
}
export type AuditRoutes = ReturnType<typeof auditRoutes>
