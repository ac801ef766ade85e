import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { type Identified, identify } from './accounts/access.ts'
import { accountRoutes } from './accounts/routes.ts'
import { assessmentRoutes } from './assessments/routes.ts'
import { keepTrail } from './audit/keep-trail.ts'
import { auditRoutes } from './audit/routes.ts'
import { briefingRoutes } from './briefings/routes.ts'
import {
  sessionsCalendar,
  showProgramWithSessions,
  showSessions,
} from './briefings/show-sessions.ts'
import { codingFileRoutes } from './coding/exchange/routes.ts'
import { codingRoutes } from './coding/routes.ts'
import { CrowdDoor, Crowded } from './crowd-door.ts'
import { givesFile } from './descriptions.ts'
import { replyToAll } from './doors.ts'
import { examinationRoutes } from './examinations/routes.ts'
import { exampleRoutes } from './example/routes.ts'
import { focusGroupRoutes } from './focus-groups/routes.ts'
import { followUpRoutes } from './follow-up/routes.ts'
import { groupNotesRoutes } from './group-notes/routes.ts'
import { groupPaperRoutes } from './group-papers/routes.ts'
import { groupSeatRoutes, seatRoutes } from './group-seats/routes.ts'
import { groupStudyRoutes } from './group-studies/routes.ts'
import { indicatorRoutes } from './indicators/routes.ts'
import { instrumentRoutes } from './instruments/routes.ts'
import { interviewDoorRoutes, interviewRoutes, talkRoutes } from './interviews/routes.ts'
import type { InvitationServices } from './invitations/invitation-services.ts'
import { invitationRoutes, muteRoutes } from './invitations/routes.ts'
import type { Jobs } from './jobs/jobs.ts'
import { jobRoutes } from './jobs/routes.ts'
import { openApiOf } from './open-api.ts'
import { orientationRoutes } from './orientation/routes.ts'
import { pages } from './pages.ts'
import { privacyRoutes } from './privacy/routes.ts'
import type { ProgramPages } from './program-pages.ts'
import { programRoutes } from './programs/routes.ts'
import { isLoopback } from './read-setting.ts'
import { Refusal, refusals } from './refusal.ts'
import type { Registrar } from './registrar/registrar.ts'
import { collectRoutes, manifestRoutes, registrarRoutes } from './registrar/routes.ts'
import { remarkRoutes } from './remarks/routes.ts'
import { setHeaders } from './reply-headers.ts'
import { reportRoutes, toldRoutes } from './reports/routes.ts'
import { resultRoutes } from './results/routes.ts'
import { openingRoutes, tallyRoutes } from './tally/routes.ts'
import type { TallyServices } from './tally/tally-services.ts'
import { keyDoorRoutes, trusteeRoutes } from './trustees/routes.ts'
import { waveRoutes } from './waves/routes.ts'

const largestBody = 3 * 1024 * 1024
/** A questionnaire of another tool may have pictures in it: 5 MB, in base64. */
const largestFile = 7 * 1024 * 1024

export interface AppServices extends TallyServices, InvitationServices {
  readonly jobs: Jobs
  readonly registrar: Registrar
  /** of the challenges at a crowded door: the same in every process of the office */
  readonly doorSecret: string
}

/** The whole surface of the server. */
export function createApp(services: AppServices): Hono {
  const app = new Hono()
  app.use('*', setHeaders)
  app.use('*', refuseOtherAddresses(services.config.origin))
  app.use('/api/*', async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  app.use('/api/*', csrf({ origin: services.config.origin }))
  app.use('/api/*', limitBodies())

  app.route('/api/manifests', manifestRoutes(services))
  app.route(
    '/api/collect',
    collectRoutes(services, new CrowdDoor(services.config.crowd, services.doorSecret)),
  )
  app.route('/api/invitations', muteRoutes(services))
  app.route('/api/group-seats', seatRoutes(services))
  app.route('/api/key-holder', keyDoorRoutes(services))
  app.route('/api/key-holder/opening', openingRoutes(services))
  app.route('/api/interview', interviewDoorRoutes(services))
  app.route('/api/told', toldRoutes(services))
  app.route('/api/office', office(services))
  app.get('/api/openapi.json', givesFile('application/json'), (c) =>
    replyToAll(c, description),
  )
  // Made once, of the doors above.
  const description = JSON.stringify(openApiOf(app.routes))
  app.all('/api/*', () => {
    throw new Refusal('not-found')
  })
  app.route('/', pages(services.config, pagesAboutProgram(services)))

  app.onError((error) => answerRefusal(error, services))
  return app
}

/** The pages about a program, for everybody. */
const pagesAboutProgram = (services: AppServices): ProgramPages => ({
  program: (...asked) => showProgramWithSessions(services, ...asked),
  sessions: (...asked) => showSessions(services, ...asked),
  calendar: (...asked) => sessionsCalendar(services, ...asked),
})

/** What people who are signed in work with. */
function office(services: AppServices) {
  return new Hono<Identified>()
    .use(identify(services))
    .use(keepTrail(services))
    .route('/accounts', accountRoutes(services))
    .route('/audit', auditRoutes(services))
    .route('/assessments', assessmentRoutes(services))
    .route('/remarks', remarkRoutes(services))
    .route('/examinations', examinationRoutes(services))
    .route('/registrar', registrarRoutes(services))
    .route('/trustees', trusteeRoutes(services))
    .route('/invitations', invitationRoutes(services))
    .route('/focus-groups', focusGroupRoutes(services))
    .route('/group-studies', groupStudyRoutes(services))
    .route('/group-seats', groupSeatRoutes(services))
    .route('/group-notes', groupNotesRoutes(services))
    .route('/coding', codingRoutes(services))
    .route('/coding-files', codingFileRoutes(services))
    .route('/group-papers', groupPaperRoutes(services))
    .route('/interviews', interviewRoutes(services))
    .route('/indicators', indicatorRoutes(services))
    .route('/instruments', instrumentRoutes(services))
    .route('/talks', talkRoutes(services))
    .route('/tally', tallyRoutes(services))
    .route('/results', resultRoutes(services))
    .route('/privacy', privacyRoutes(services))
    .route('/programs', programRoutes(services))
    .route('/waves', waveRoutes(services))
    .route('/follow-up', followUpRoutes(services))
    .route('/orientation', orientationRoutes(services))
    .route('/briefings', briefingRoutes(services))
    .route('/reports', reportRoutes(services))
    .route('/jobs', jobRoutes(services.jobs))
    .route('/example', exampleRoutes(services))
}

/**
 * Answers only to the address people were told. A page elsewhere that points its own name at
 * this machine (DNS rebinding) would otherwise speak to a server meant for this machine only.
 * Who opens a page by another address is told the right one, or brought there where both are
 * names of this machine.
 */
function refuseOtherAddresses(origin: string): MiddlewareHandler {
  const { host, hostname } = new URL(origin)
  return async (c, next) => {
    const asked = c.req.header('host')
    if (asked === undefined || asked === host) return next()
    if (c.req.path.startsWith('/api/')) throw new Refusal('wrong-address')
    if (isLoopback(hostname) && isLoopback(asked.replace(/:\d+$/, ''))) {
      return c.redirect(origin + c.req.path)
    }
    return c.text(
      `Groundwork answers at ${origin} only. Please open that address.\n`,
      421,
    )
  }
}

function limitBodies(): MiddlewareHandler {
  const usual = bodyLimit({ maxSize: largestBody, onError: refuseLargeBody })
  const files = bodyLimit({ maxSize: largestFile, onError: refuseLargeBody })
  return (c, next) =>
    c.req.path.startsWith('/api/office/instruments/') ? files(c, next) : usual(c, next)
}

function refuseLargeBody(): never {
  throw new Refusal('request-too-large')
}

/** One handler for every no: code, status and what to mend; never an inner detail. */
function answerRefusal(error: unknown, { tell }: Pick<AppServices, 'tell'>): Response {
  const refusal = toRefusal(error)
  if (refusal.code === 'internal-error') tell({ event: 'failed', error })
  const { code, problems } = refusal
  const work = refusal instanceof Crowded ? { work: refusal.challenge } : {}
  const body = { code, status: refusals[code], problems, ...work }
  return new Response(JSON.stringify(body), {
    status: refusals[code],
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}

function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof HTTPException && error.status === 403)
    return new Refusal('other-site')
  if (error instanceof HTTPException && error.status < 500) {
    return new Refusal('malformed-request')
  }
  return new Refusal('internal-error')
}
