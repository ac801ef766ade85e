import { Hono } from 'hono'
import { CrowdDoor } from '../crowd-door.ts'
import { accept } from '../doors.ts'
import { Refusal } from '../refusal.ts'
import { answer } from './answer.ts'
import type { BoxServices } from './box-services.ts'
import { castBallot } from './cast-ballot.ts'
import { checkBallot, withdrawOwnBallot } from './claim-ballot.ts'
import { AtBox, BoxState, Held, Sealed } from './contract.ts'
import { stateOfBox } from './keep-box.ts'

/** The employee's side: everything is sealed, and nothing is told about who asks. */
export function ballotRoutes(services: BoxServices): Hono {
  const crowd = new CrowdDoor(services.config.crowd, services.doorSecret)
  return new Hono()
    .put('/ballot', accept('json', Sealed), async (c) => {
      const sealed = c.req.valid('json')
      await crowd.pass(sealed.work, () => castBallot(services, sealed))
      return answer(204)
    })
    .post('/ballot/check', accept('json', Sealed), async (c) => {
      const sealed = c.req.valid('json')
      const held = await crowd.pass(sealed.work, () => checkBallot(services, sealed))
      return answer(200, Held.parse({ held }))
    })
    .post('/ballot/withdraw', accept('json', Sealed), async (c) => {
      const sealed = c.req.valid('json')
      const isThere = await crowd.pass(sealed.work, () =>
        withdrawOwnBallot(services, sealed),
      )
      if (!isThere) throw new Refusal('ballot-not-found')
      return answer(204)
    })
    .get('/state/:assessment', accept('param', AtBox), async (c) => {
      const { assessment } = c.req.valid('param')
      return answer(
        200,
        BoxState.parse({ state: await stateOfBox(services, assessment) }),
      )
    })
}
