import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Identified } from '../accounts/access.ts'
import type { Services } from '../services.ts'
import { recordAct } from './record-act.ts'
import { recordedDoors } from './recorded-doors.ts'

type Reach = Pick<Services, 'db' | 'clock'>

/**
 * Puts on record what a request did, once it has succeeded. Stands around every door of the
 * office, so that no use case can forget it; a request whose record cannot be written fails.
 */
export function keepTrail(services: Reach): MiddlewareHandler<Identified> {
  return async (c, next) => {
    await next()
    const noticed = c.get('noticed')
    if (noticed) {
      const { what, organization, name } = noticed
      await recordAct(services, organization.id, {
        action: what,
        by: 'nobody signed in',
        role: 'nobody',
        about: name,
      })
    }
    const action = recordedDoors[`${c.req.method} ${routePath(c).replace(/\/$/, '')}`]
    const person = c.get('person')
    const instead = c.get('instead')
    if (instead === 'nothing' || !action || !person || c.res.status >= 400) return
    await recordAct(services, person.organization.id, {
      action: instead ?? action,
      by: person.name,
      role: person.role,
      about: c.get('subject') ?? assessmentIn(c.req.path),
    })
  }
}

/** The assessment an address is about, or nothing. */
function assessmentIn(path: string): string {
  return /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/.exec(path)?.[1] ?? ''
}
