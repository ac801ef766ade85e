import { Hono } from 'hono'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import { type Identified, organiserOf } from './access.ts'
import {
  AcceptInvitation,
  FrontDoor,
  Invitation,
  InviteColleague,
  SetUp,
  SignIn,
} from './contract.ts'
import { acceptInvitation, inviteColleague } from './invite-colleague.ts'
import { openFrontDoor } from './open-front-door.ts'
import { withCookies } from './session-cookies.ts'
import { setUpOrganization } from './set-up-organization.ts'
import { signIn } from './sign-in.ts'

export function accountRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/front-door', async (c) =>
      reply(c, FrontDoor, await openFrontDoor(services, c.get('person'))),
    )
    .post('/set-up', accept('json', SetUp), async (c) =>
      withCookies(c, await setUpOrganization(services, c.req.valid('json'))),
    )
    .post('/sign-in', accept('json', SignIn), async (c) =>
      withCookies(c, await signIn(services, c.req.valid('json'))),
    )
    .post('/sign-out', async (c) =>
      withCookies(c, await services.authentication.signOut(c.req.raw.headers)),
    )
    .post('/invitations', accept('json', InviteColleague), async (c) => {
      const { role } = c.req.valid('json')
      return reply(c, Invitation, await inviteColleague(services, organiserOf(c), role))
    })
    .post('/join', accept('json', AcceptInvitation), async (c) =>
      withCookies(c, await acceptInvitation(services, c.req.valid('json'))),
    )
}
export type AccountRoutes = ReturnType<typeof accountRoutes>
