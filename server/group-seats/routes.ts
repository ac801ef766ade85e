import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { type Identified, signedInOf } from '../accounts/access.ts'
import { ById } from '../assessments/contract.ts'
import { gives, givesNothing } from '../descriptions.ts'
import { accept, reply, replySameSize } from '../doors.ts'
import { isLoopback } from '../read-setting.ts'
import {
  LookAtSeats,
  OfSeat,
  Seat,
  SeatsOfGroups,
  SeatsPage,
  TakeSeat,
} from './contract.ts'
import type { SeatReach } from './read-booking.ts'
import { seatsOf } from './seats-of.ts'
import { findSeat, giveSeatBack, showSeats, takeSeat } from './take-seat.ts'

/** For those who plan and hold: the link, and how full the sessions are. */
export function groupSeatRoutes(services: SeatReach) {
  return new Hono<Identified>().get(
    '/:id',
    accept('param', ById),
    gives(SeatsOfGroups),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, SeatsOfGroups, await seatsOf(services, signedInOf(c), id))
    },
  )
}
export type GroupSeatRoutes = ReturnType<typeof groupSeatRoutes>

/** The employee's side: no session is read here. */
export function seatRoutes(services: SeatReach) {
  return new Hono()
    .post('/look', accept('json', LookAtSeats), gives(SeatsPage), async (c) =>
      reply(c, SeatsPage, await showSeats(services, c.req.valid('json'))),
    )
    .post('/take', accept('json', TakeSeat), gives(Seat), async (c) => {
      const seat = await takeSeat(services, c.req.valid('json'), addressOf(c))
      return replySameSize(c, Seat, seat)
    })
    .post('/find', accept('json', OfSeat), gives(Seat), async (c) =>
      replySameSize(c, Seat, await findSeat(services, c.req.valid('json'))),
    )
    .post('/give-back', accept('json', OfSeat), givesNothing(), async (c) => {
      await giveSeatBack(services, c.req.valid('json'))
      return c.body(null, 204)
    })
}

/**
 * Where a request comes from, for the pace alone. Only a proxy on this machine is believed when
 * it says for whom it asks: whoever else writes that header writes what they like.
 */
function addressOf(c: Context): string {
  if (!Object(c.env).incoming) return ''
  const { address = '' } = getConnInfo(c).remote
  const forwarded = c.req.header('x-forwarded-for')
  if (!forwarded || !isLoopback(address.replace(/^::ffff:/, ''))) return address
  return forwarded.split(',').at(-1)?.trim() ?? address
}
