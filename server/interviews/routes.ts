import { Hono } from 'hono'
import {
  facilitatorOf,
  type Identified,
  memberOf,
  organiserOf,
} from '../accounts/access.ts'
import { ById } from '../assessments/contract.ts'
import { gives, givesNothing } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import {
  ApproveSummary,
  AtInterviewDoor,
  ByInterview,
  CompletedTalk,
  CompleteTalk,
  Correct,
  HandIn,
  InterviewDoor,
  InterviewLink,
  InterviewOverview,
  InviteManager,
  LetOut,
  ManagerVoices,
  OpenTalk,
  Talks,
} from './contract.ts'
import { managerVoices } from './hear-managers.ts'
import {
  completeTalk,
  letOutSentences,
  linkForTalk,
  talkOf,
  talksOf,
} from './hold-talk.ts'
import {
  interviewsOf,
  inviteManager,
  renewInvitation,
  withdrawInvitation,
} from './invite-manager.ts'
import {
  approveSummary,
  correctSummary,
  handIn,
  lookAtInterview,
} from './prepare-interview.ts'

/** The two sides: who was invited, how far it is, and at the end what was said by all. */
export function interviewRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), gives(InterviewOverview), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, InterviewOverview, await interviewsOf(services, memberOf(c), id))
    })
    .post(
      '/:id',
      accept('param', ById),
      accept('json', InviteManager),
      gives(InterviewLink, 201),
      async (c) => {
        const { id } = c.req.valid('param')
        const invited = c.req.valid('json')
        const link = await inviteManager(services, organiserOf(c), id, invited)
        return reply(c, InterviewLink, link, 201)
      },
    )
    .get('/:id/voices', accept('param', ById), gives(ManagerVoices), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, ManagerVoices, await managerVoices(services, memberOf(c), id))
    })
    .post(
      '/:id/:interview/link',
      accept('param', ByInterview),
      gives(InterviewLink),
      async (c) => {
        const { id, interview } = c.req.valid('param')
        const link = await renewInvitation(services, organiserOf(c), id, interview)
        return reply(c, InterviewLink, link)
      },
    )
    .delete(
      '/:id/:interview',
      accept('param', ByInterview),
      givesNothing(),
      async (c) => {
        const { id, interview } = c.req.valid('param')
        await withdrawInvitation(services, organiserOf(c), id, interview)
        return c.body(null, 204)
      },
    )
}
export type InterviewRoutes = ReturnType<typeof interviewRoutes>

/** The facilitator's side. */
export function talkRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), gives(Talks), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Talks, await talksOf(services, facilitatorOf(c), id))
    })
    .get('/:id/:interview', accept('param', ByInterview), gives(OpenTalk), async (c) => {
      const { id, interview } = c.req.valid('param')
      return reply(c, OpenTalk, await talkOf(services, facilitatorOf(c), id, interview))
    })
    .put(
      '/:id/:interview',
      accept('param', ByInterview),
      accept('json', CompleteTalk),
      gives(CompletedTalk),
      async (c) => {
        const { id, interview } = c.req.valid('param')
        const said = c.req.valid('json')
        const facilitator = facilitatorOf(c)
        const done = await completeTalk(services, facilitator, id, interview, said)
        return reply(c, CompletedTalk, done)
      },
    )
    .post(
      '/:id/:interview/link',
      accept('param', ByInterview),
      gives(InterviewLink),
      async (c) => {
        const { id, interview } = c.req.valid('param')
        const link = await linkForTalk(services, facilitatorOf(c), id, interview)
        return reply(c, InterviewLink, link)
      },
    )
    .post(
      '/:id/:interview/sentences',
      accept('param', ByInterview),
      accept('json', LetOut),
      gives(OpenTalk),
      async (c) => {
        const { id, interview } = c.req.valid('param')
        const out = c.req.valid('json')
        const facilitator = facilitatorOf(c)
        const locked = await letOutSentences(services, facilitator, id, interview, out)
        return reply(c, OpenTalk, locked)
      },
    )
}
export type TalkRoutes = ReturnType<typeof talkRoutes>

/** The manager's side: no session is read here; the link says who it is. */
export function interviewDoorRoutes(services: Pick<Services, 'db' | 'clock' | 'config'>) {
  return new Hono()
    .post('/look', accept('json', AtInterviewDoor), gives(InterviewDoor), async (c) => {
      const { secret } = c.req.valid('json')
      return reply(c, InterviewDoor, await lookAtInterview(services, secret))
    })
    .post('/hand-in', accept('json', HandIn), gives(InterviewDoor), async (c) =>
      reply(c, InterviewDoor, await handIn(services, c.req.valid('json'))),
    )
    .post('/correct', accept('json', Correct), gives(InterviewDoor), async (c) =>
      reply(c, InterviewDoor, await correctSummary(services, c.req.valid('json'))),
    )
    .post('/approve', accept('json', ApproveSummary), gives(InterviewDoor), async (c) =>
      reply(c, InterviewDoor, await approveSummary(services, c.req.valid('json'))),
    )
}
export type InterviewDoorRoutes = ReturnType<typeof interviewDoorRoutes>
