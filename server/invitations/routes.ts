import { Hono } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { ById } from '../assessments/contract.ts'
import { gives, givesFile, givesNothing } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import { chooseWay } from './choose-way.ts'
import {
  ChooseWay,
  Invitations,
  InviteAgain,
  InviteesFile,
  ListPreview,
  MuteReminders,
  PrintEnvelopes,
  StartRound,
  Undelivered,
} from './contract.ts'
import { previewList, takeList } from './import-list.ts'
import type { InvitationServices } from './invitation-services.ts'
import { invitationsOf } from './invitations-of.ts'
import { inviteAgain } from './invite-again.ts'
import { muteReminders } from './muted.ts'
import { printEnvelopes } from './print-envelopes.ts'
import { resumeRound, startRound, stopRound } from './send-round.ts'
import { undeliveredOf } from './undelivered.ts'

/** The office's side: whom to invite and how. */
export function invitationRoutes(services: InvitationServices) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), gives(Invitations), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Invitations, await invitationsOf(services, memberOf(c), id))
    })
    .post(
      '/:id/preview',
      accept('param', ById),
      accept('json', InviteesFile),
      gives(ListPreview),
      async (c) => {
        const { id } = c.req.valid('param')
        const { csv } = c.req.valid('json')
        return reply(c, ListPreview, await previewList(services, organiserOf(c), id, csv))
      },
    )
    .put(
      '/:id/list',
      accept('param', ById),
      accept('json', InviteesFile),
      gives(Invitations),
      async (c) => {
        const { id } = c.req.valid('param')
        const { csv } = c.req.valid('json')
        const { invitations, isOpen } = await takeList(services, organiserOf(c), id, csv)
        // Afterwards a list may mend one address.
        if (isOpen) c.set('instead', 'nothing')
        return reply(c, Invitations, invitations)
      },
    )
    .route('/', sendingRoutes(services))
    .route('/', singleRoutes(services))
}
export type InvitationRoutes = ReturnType<typeof invitationRoutes>

/** The employee's side: no session is read here. */
export function muteRoutes(services: InvitationServices) {
  return new Hono().post(
    '/mute',
    accept('json', MuteReminders),
    givesNothing(),
    async (c) => {
      await muteReminders(services, c.req.valid('json'))
      return c.body(null, 204)
    },
  )
}

/** How invitations leave: by mail, in rounds, or on paper. */
function sendingRoutes(services: InvitationServices) {
  return new Hono<Identified>()
    .put(
      '/:id/way',
      accept('param', ById),
      accept('json', ChooseWay),
      gives(Invitations),
      async (c) => {
        const { id } = c.req.valid('param')
        const choice = c.req.valid('json')
        return reply(
          c,
          Invitations,
          await chooseWay(services, organiserOf(c), id, choice),
        )
      },
    )
    .post(
      '/:id/round',
      accept('param', ById),
      accept('json', StartRound),
      gives(Invitations),
      async (c) => {
        const { id } = c.req.valid('param')
        const { kind } = c.req.valid('json')
        const started = await startRound(services, organiserOf(c), id, kind)
        if (started.isAboutFew) c.set('instead', 'nothing')
        return reply(c, Invitations, started.invitations)
      },
    )
    .post('/:id/round/resume', accept('param', ById), gives(Invitations), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Invitations, await resumeRound(services, organiserOf(c), id))
    })
    .post('/:id/round/stop', accept('param', ById), gives(Invitations), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Invitations, await stopRound(services, organiserOf(c), id))
    })
    .get('/:id/undelivered', accept('param', ById), gives(Undelivered), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Undelivered, await undeliveredOf(services, organiserOf(c), id))
    })
}

/** One invitation more, and letters on paper. */
function singleRoutes(services: InvitationServices) {
  return new Hono<Identified>()
    .post(
      '/:id/again',
      accept('param', ById),
      accept('json', InviteAgain),
      givesNothing(),
      async (c) => {
        const { id } = c.req.valid('param')
        await inviteAgain(services, organiserOf(c), id, c.req.valid('json').email)
        return c.body(null, 204)
      },
    )
    .post(
      '/:id/envelopes',
      accept('param', ById),
      accept('json', PrintEnvelopes),
      givesFile('application/pdf', 'application/zip'),
      async (c) => {
        const { id } = c.req.valid('param')
        const printing = c.req.valid('json')
        const printed = await printEnvelopes(services, organiserOf(c), id, printing)
        const { type, name, bytes } = printed.file
        if (printed.isAboutFew) c.set('instead', 'nothing')
        return c.body(bytes, 200, {
          'content-type': type,
          'content-disposition': `attachment; filename="${name}"`,
        })
      },
    )
}
