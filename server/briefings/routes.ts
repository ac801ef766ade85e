import { Hono } from 'hono'
import { type Identified, memberOf, organiserOf, signedInOf } from '../accounts/access.ts'
import { ById } from '../assessments/contract.ts'
import { gives, givesFile } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import { calendarOf, noticeOf } from './bring-away.ts'
import {
  BriefingPlan,
  InLanguage,
  NewBriefings,
  OfBriefing,
  OfBriefingInLanguage,
  ReachPage,
  Schedule,
  TalksHeld,
  Totals,
  UnitTotals,
} from './contract.ts'
import { enterTalks, enterTotals, enterUnitTotals } from './count-people.ts'
import { exportReach } from './export-reach.ts'
import {
  cancelBriefing,
  changeBriefing,
  planBriefings,
  releaseSeats,
} from './plan-briefings.ts'
import { reachPageOf } from './reach-of.ts'
import { scheduleOf } from './schedule-of.ts'

const attached = (type: string, name: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
})

/** Sessions that introduce a program: planned, brought away, counted. */
export function briefingRoutes(services: Services) {
  return new Hono<Identified>()
    .route('/', planRoutes(services))
    .route('/', countRoutes(services))
    .get(
      '/:id/calendar/:locale',
      accept('param', InLanguage),
      givesFile('text/calendar'),
      async (c) => {
        const { id, locale } = c.req.valid('param')
        const text = await calendarOf(services, signedInOf(c), id, locale)
        const type = 'text/calendar; charset=utf-8'
        return c.body(text, 200, attached(type, `sessions-${locale}.ics`))
      },
    )
    .get(
      '/:id/sessions/:briefing/calendar/:locale',
      accept('param', OfBriefingInLanguage),
      givesFile('text/calendar'),
      async (c) => {
        const { id, locale, briefing } = c.req.valid('param')
        const text = await calendarOf(services, signedInOf(c), id, locale, briefing)
        const type = 'text/calendar; charset=utf-8'
        return c.body(text, 200, attached(type, `session-${locale}.ics`))
      },
    )
    .get(
      '/:id/notice/:locale',
      accept('param', InLanguage),
      givesFile('application/pdf'),
      async (c) => {
        const { id, locale } = c.req.valid('param')
        const pdf = await noticeOf(services, signedInOf(c), id, locale)
        const headers = attached('application/pdf', `sessions-${locale}.pdf`)
        return c.body(new Uint8Array(pdf), 200, headers)
      },
    )
}
export type BriefingRoutes = ReturnType<typeof briefingRoutes>

function planRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), gives(Schedule), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Schedule, await scheduleOf(services, signedInOf(c), id))
    })
    .post(
      '/:id/sessions',
      accept('param', ById),
      accept('json', NewBriefings),
      gives(Schedule, 201),
      async (c) => {
        const { id } = c.req.valid('param')
        const organiser = organiserOf(c)
        await planBriefings(services, organiser, id, c.req.valid('json'))
        return reply(c, Schedule, await scheduleOf(services, organiser, id), 201)
      },
    )
    .put(
      '/:id/sessions/:briefing',
      accept('param', OfBriefing),
      accept('json', BriefingPlan),
      gives(Schedule),
      async (c) => {
        const { id, briefing } = c.req.valid('param')
        const organiser = organiserOf(c)
        await changeBriefing(services, organiser, id, briefing, c.req.valid('json'))
        return reply(c, Schedule, await scheduleOf(services, organiser, id))
      },
    )
    .delete(
      '/:id/sessions/:briefing',
      accept('param', OfBriefing),
      gives(Schedule),
      async (c) => {
        const { id, briefing } = c.req.valid('param')
        const organiser = organiserOf(c)
        await cancelBriefing(services, organiser, id, briefing)
        return reply(c, Schedule, await scheduleOf(services, organiser, id))
      },
    )
    .delete(
      '/:id/sessions/:briefing/seats',
      accept('param', OfBriefing),
      gives(Schedule),
      async (c) => {
        const { id, briefing } = c.req.valid('param')
        const organiser = organiserOf(c)
        await releaseSeats(services, organiser, id, briefing)
        return reply(c, Schedule, await scheduleOf(services, organiser, id))
      },
    )
}

function countRoutes(services: Services) {
  return new Hono<Identified>()
    .put(
      '/:id/sessions/:briefing/totals',
      accept('param', OfBriefing),
      accept('json', Totals),
      gives(Schedule),
      async (c) => {
        const { id, briefing } = c.req.valid('param')
        const person = signedInOf(c)
        await enterTotals(services, person, id, briefing, c.req.valid('json'))
        return reply(c, Schedule, await scheduleOf(services, person, id))
      },
    )
    .put(
      '/:id/talks/:locale',
      accept('param', InLanguage),
      accept('json', TalksHeld),
      gives(Schedule),
      async (c) => {
        const { id, locale } = c.req.valid('param')
        const person = signedInOf(c)
        await enterTalks(services, person, id, locale, c.req.valid('json').held)
        return reply(c, Schedule, await scheduleOf(services, person, id))
      },
    )
    .get('/:id/reach', accept('param', ById), gives(ReachPage), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, ReachPage, await reachPageOf(services, memberOf(c), id))
    })
    .put(
      '/:id/reach',
      accept('param', ById),
      accept('json', UnitTotals),
      gives(ReachPage),
      async (c) => {
        const { id } = c.req.valid('param')
        const organiser = organiserOf(c)
        await enterUnitTotals(services, organiser, id, c.req.valid('json'))
        return reply(c, ReachPage, await reachPageOf(services, organiser, id))
      },
    )
    .get(
      '/:id/reach/csv/:locale',
      accept('param', InLanguage),
      givesFile('text/csv'),
      async (c) => {
        const { id, locale } = c.req.valid('param')
        const reach = await reachPageOf(services, memberOf(c), id)
        const headers = attached('text/csv; charset=utf-8', `reach-${locale}.csv`)
        return c.body(exportReach(reach, locale), 200, headers)
      },
    )
}
