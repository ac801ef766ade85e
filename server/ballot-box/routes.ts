import { Hono } from 'hono'
import { accept, reply } from '../doors.ts'
import { type BallotServices, castBallot } from './cast-ballot.ts'
import { AtDoor, CastBallot, Door } from './contract.ts'
import { showDoor } from './keep-box.ts'

/** The employee's side: no session is read here, and nothing is told about who asks. */
export function ballotBoxRoutes(services: BallotServices) {
  return new Hono()
    .get('/:assessment', accept('param', AtDoor), async (c) => {
      const { assessment } = c.req.valid('param')
      return reply(c, Door, await showDoor(services, assessment))
    })
    .post('/', accept('json', CastBallot), async (c) => {
      await castBallot(services, c.req.valid('json'))
      return c.body(null, 204)
    })
}
