import { Hono } from 'hono'
import { type Identified, organiserOf } from '../accounts/access.ts'
import { ById } from '../assessments/contract.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import { collectBallot } from './collect-ballot.ts'
import { CodeSheet, CollectBallot, SignedBallot } from './contract.ts'
import { openCollecting } from './open-collecting.ts'

/** The office's side of the registrar. */
export function registrarRoutes(services: Services) {
  return new Hono<Identified>().post('/:id/open', accept('param', ById), async (c) => {
    const { id } = c.req.valid('param')
    return reply(c, CodeSheet, await openCollecting(services, organiserOf(c), id))
  })
}
export type RegistrarRoutes = ReturnType<typeof registrarRoutes>

/** The employee's side: no session is read here. */
export function collectRoutes(services: Pick<Services, 'db'>) {
  return new Hono().post('/', accept('json', CollectBallot), async (c) =>
    reply(c, SignedBallot, await collectBallot(services, c.req.valid('json'))),
  )
}
