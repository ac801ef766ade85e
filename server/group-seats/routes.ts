import { Hono } from 'hono'
import { type Identified, signedInOf } from '../accounts/access.ts'
import { ById } from '../assessments/contract.ts'
import { callerAddress } from '../caller-address.ts'
import { gives, givesNothing } from '../descriptions.ts'
import { accept, reply, replySameSize } from '../doors.ts'
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
      const seat = await takeSeat(services, c.req.valid('json'), callerAddress(c))
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
