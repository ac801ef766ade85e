import { Hono } from 'hono'
import { facilitatorOf, type Identified } from '../accounts/access.ts'
import { gives } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import { OfSession } from '../group-studies/contract.ts'
import type { Services } from '../services.ts'
import { HandIn, Receipt, RoomKit, SessionNotes } from './contract.ts'
import { handInNotes } from './hand-in-notes.ts'
import { notesOf, roomKit } from './show-room.ts'

/** What facilitators take into the room, hand in and code. Neither side comes through here. */
export function groupNotesRoutes(services: Pick<Services, 'db' | 'clock' | 'config'>) {
  return new Hono<Identified>()
    .get('/:id/:session/room', accept('param', OfSession), gives(RoomKit), async (c) => {
      const { id, session } = c.req.valid('param')
      const kit = await roomKit(services, facilitatorOf(c), id, session)
      return reply(c, RoomKit, kit)
    })
    .get('/:id/:session', accept('param', OfSession), gives(SessionNotes), async (c) => {
      const { id, session } = c.req.valid('param')
      const notes = await notesOf(services, facilitatorOf(c), id, session)
      return reply(c, SessionNotes, notes)
    })
    .put(
      '/:id/:session',
      accept('param', OfSession),
      accept('json', HandIn),
      gives(Receipt),
      async (c) => {
        const { id, session } = c.req.valid('param')
        const handed = c.req.valid('json')
        const facilitator = facilitatorOf(c)
        const receipt = await handInNotes(services, facilitator, id, session, handed)
        return reply(c, Receipt, receipt)
      },
    )
}
export type GroupNotesRoutes = ReturnType<typeof groupNotesRoutes>
