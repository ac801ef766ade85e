import { type Context, Hono } from 'hono'
import { gives, givesNothing } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { accountOf, colleagueOf, type Identified, memberOf } from './access.ts'
import {
  colleaguesOf,
  endSessionsOf,
  giveRole,
  requireSecondFactor,
  takeRole,
} from './colleagues.ts'
import {
  AcceptInvitation,
  BeginSingleSignOn,
  ByUser,
  ByUserAndRole,
  Colleagues,
  Done,
  FrontDoor,
  HalfWayBack,
  Invitation,
  InviteColleague,
  Invited,
  LookAtInvitation,
  ProveSecondFactor,
  RequireSecondFactor,
  SetUp,
  SignIn,
  SignInStep,
  SingleSignOnAddress,
  TakeWayBack,
} from './contract.ts'
import {
  acceptInvitation,
  inviteColleague,
  lookAtInvitation,
} from './invite-colleague.ts'
import { carriesInvitation } from './join-by-single-sign-on.ts'
import { openFrontDoor } from './open-front-door.ts'
import { ownAccountRoutes } from './own-account-routes.ts'
import { removeColleague } from './remove-colleague.ts'
import { enterWith, handOver, rememberWho, withCookies } from './session-cookies.ts'
import { setUpOrganization } from './set-up-organization.ts'
import { provePerson, signIn } from './sign-in.ts'
import { grantWayBack, refuseWayBack, takeWayBack } from './way-back/way-back.ts'

export function accountRoutes(services: Services) {
  return new Hono<Identified>()
    .route('/', enteringRoutes(services))
    .route('/', linkRoutes(services))
    .route('/me', ownAccountRoutes(services))
    .route('/people', peopleRoutes(services))
    .post(
      '/invitations',
      accept('json', InviteColleague),
      gives(Invitation),
      async (c) => {
        const invited = c.req.valid('json')
        // The record is kept for good; whoever does not join has no address in it.
        c.set('subject', invited.role)
        return reply(c, Invitation, await inviteColleague(services, memberOf(c), invited))
      },
    )
}
export type AccountRoutes = ReturnType<typeof accountRoutes>

/** Who comes back with an invitation that has been used then has joined by it. */
async function backFromProvider(
  c: Context<Identified>,
  services: Services,
): Promise<Response> {
  const { headers } = c.req.raw
  const wasInvited = await carriesInvitation(services, headers)
  const answer = await services.authentication.finishSingleSignOn(c.req.raw)
  const isInvited = wasInvited && (await carriesInvitation(services, headers))
  if (wasInvited && !isInvited) c.set('instead', 'joined')
  await rememberWho(c, services, answer.headers.getSetCookie())
  return answer
}

function peopleRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/', gives(Colleagues), async (c) =>
      reply(c, Colleagues, await colleaguesOf(services, colleagueOf(c))),
    )
    .put(
      '/second-factor',
      accept('json', RequireSecondFactor),
      gives(Colleagues),
      async (c) => {
        const { from } = c.req.valid('json')
        await requireSecondFactor(services, colleagueOf(c), from)
        c.set('subject', from ?? 'no day')
        return reply(c, Colleagues, await colleaguesOf(services, colleagueOf(c)))
      },
    )
    .post(
      '/:user/roles/:role',
      accept('param', ByUserAndRole),
      gives(Done),
      async (c) => {
        const { user, role } = c.req.valid('param')
        const { name } = await giveRole(services, memberOf(c), user, role)
        c.set('subject', `${name}: ${role}`)
        return reply(c, Done, { done: true })
      },
    )
    .delete(
      '/:user/roles/:role',
      accept('param', ByUserAndRole),
      gives(Done),
      async (c) => {
        const { user, role } = c.req.valid('param')
        const isOwn = accountOf(c).userId === user
        const taker = isOwn ? accountOf(c) : memberOf(c)
        const { name } = await takeRole(services, taker, user, role)
        c.set('subject', `${name}: ${role}`)
        return reply(c, Done, { done: true })
      },
    )
    .delete('/:user/sessions', accept('param', ByUser), gives(Done), async (c) => {
      const { user } = c.req.valid('param')
      const { ended, colleague } = await endSessionsOf(services, colleagueOf(c), user)
      c.set('subject', colleague.name)
      if (ended === 0) c.set('instead', 'nothing')
      return reply(c, Done, { done: true })
    })
    .delete('/:user', accept('param', ByUser), gives(Done), async (c) => {
      const { user } = c.req.valid('param')
      c.set('subject', (await removeColleague(services, memberOf(c), user)).name)
      return reply(c, Done, { done: true })
    })
    .post('/:user/way-back', accept('param', ByUser), gives(HalfWayBack), async (c) => {
      const { user } = c.req.valid('param')
      const { half, colleague } = await grantWayBack(services, memberOf(c), user)
      c.set('subject', colleague.name)
      return reply(c, HalfWayBack, half)
    })
    .delete('/:user/way-back', accept('param', ByUser), gives(Done), async (c) => {
      const { user } = c.req.valid('param')
      c.set('subject', (await refuseWayBack(services, memberOf(c), user)).name)
      return reply(c, Done, { done: true })
    })
}

/** How somebody comes in with a password and a second factor, and goes. */
function enteringRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/front-door', gives(FrontDoor), async (c) =>
      reply(c, FrontDoor, await openFrontDoor(services, c.get('person'))),
    )
    .post('/set-up', accept('json', SetUp), gives(Done), async (c) =>
      enterWith(c, services, await setUpOrganization(services, c.req.valid('json'))),
    )
    .post('/sign-in', accept('json', SignIn), gives(SignInStep), async (c) => {
      const { headers } = c.req.raw
      const { cookies, next } = await signIn(
        services,
        headers,
        c.req.valid('json'),
        (noticed) => c.set('noticed', noticed),
      )
      if (next === 'done') await rememberWho(c, services, cookies)
      // Whoever was signed in before is not who is signing in now.
      else c.set('person', null)
      handOver(c, cookies)
      return reply(c, SignInStep, { next })
    })
    .post('/second-step', accept('json', ProveSecondFactor), gives(Done), async (c) => {
      const { headers } = c.req.raw
      // A code given beside a session would prove that session, and not the sign-in that waits.
      if (c.get('person')) throw new Refusal('second-factor-wrong')
      const cookies = await provePerson(
        services,
        headers,
        c.req.valid('json'),
        (noticed) => c.set('noticed', noticed),
      )
      return enterWith(c, services, cookies)
    })
    .post('/sign-out', gives(Done), async (c) =>
      withCookies(c, await services.authentication.signOut(c.req.raw.headers)),
    )
}

/** How somebody comes in by a link, or by way of a provider. */
function linkRoutes(services: Services) {
  return new Hono<Identified>()
    .post('/join/look', accept('json', LookAtInvitation), gives(Invited), async (c) => {
      const { secret } = c.req.valid('json')
      return reply(c, Invited, await lookAtInvitation(services, secret))
    })
    .post('/join', accept('json', AcceptInvitation), gives(Done), async (c) =>
      enterWith(c, services, await acceptInvitation(services, c.req.valid('json'))),
    )
    .post('/way-back', accept('json', TakeWayBack), gives(Done), async (c) => {
      const person = await takeWayBack(services, c.req.valid('json'))
      c.set('noticed', { ...person, what: 'way-back-taken' })
      return reply(c, Done, { done: true })
    })
    .post(
      '/single-sign-on',
      accept('json', BeginSingleSignOn),
      gives(SingleSignOnAddress),
      async (c) => {
        const { secret } = c.req.valid('json')
        const begun = await services.authentication.beginSingleSignOn(secret)
        if (!begun) throw new Refusal('single-sign-on-refused')
        handOver(c, begun.cookies)
        return reply(c, SingleSignOnAddress, { address: begun.address })
      },
    )
    .get('/oidc/callback/organization', givesNothing(302), (c) =>
      backFromProvider(c, services),
    )
}
