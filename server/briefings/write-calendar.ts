import ical, { ICalEventClass, ICalEventStatus } from 'ical-generator'
import { sessionTexts } from '#analysis/sessions-wording.ts'
import type { Locale } from '#surveys/locale.ts'
import { say } from '#surveys/say.ts'
import { beginOf, bookableIn, endOf } from './describe-briefing.ts'
import type { StoredBriefing } from './store.ts'

/** For whom a calendar file is written, and what it leads to. */
export interface CalendarFor {
  readonly locale: Locale
  readonly organization: string
  /** the page with all sessions */
  readonly page: string
  /** the day it is written: not the hour, which would tell when somebody booked */
  readonly day: string
  /** whether the link of an online session stands in it: for who has a seat */
  readonly hasLink: boolean
}

/**
 * Sessions as a calendar file (RFC 5545). Times are moments, so that every calendar shows its own
 * hour. Of an individual talk the file says nothing but that there is an appointment: others may
 * see a calendar.
 */
export function writeCalendar(
  briefings: readonly StoredBriefing[],
  { locale, organization, page, day, hasLink }: CalendarFor,
): string {
  const texts = sessionTexts[locale]
  const calendar = ical({
    name: say(texts, 'calendar.name', { organization }),
    prodId: {
      company: 'Groundwork',
      product: 'Sessions',
      language: locale.toUpperCase(),
    },
    ...(isAppointment(briefings) && { name: say(texts, 'calendar.individual') }),
  })
  for (const briefing of briefings) {
    const isPrivate = briefing.kind === 'individual'
    const isLinkKept = briefing.mode === 'online' && bookableIn(briefing) > 0
    const location = isLinkKept && !hasLink ? say(texts, 'online') : briefing.place
    calendar.createEvent({
      id: `${briefing.id}@groundwork`,
      sequence: briefing.sequence,
      stamp: new Date(`${day}T00:00:00Z`),
      start: beginOf(briefing),
      end: endOf(briefing),
      summary: say(texts, `calendar.${briefing.kind}`, { organization }),
      location,
      status: isCancelled(briefing)
        ? ICalEventStatus.CANCELLED
        : ICalEventStatus.CONFIRMED,
      class: isPrivate ? ICalEventClass.PRIVATE : ICalEventClass.PUBLIC,
      ...(!isPrivate && { description: say(texts, 'calendar.all', { page }) }),
    })
  }
  return calendar.toString()
}

const isCancelled = ({ state }: StoredBriefing): boolean => state === 'cancelled'

const isAppointment = (briefings: readonly StoredBriefing[]): boolean =>
  briefings.length > 0 && briefings.every(({ kind }) => kind === 'individual')
