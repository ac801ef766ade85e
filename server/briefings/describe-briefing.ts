import { instantOf, wallClockAt } from '#analysis/orientation/wall-clock.ts'
import { sessionTexts } from '#analysis/sessions-wording.ts'
import { type Locale, languageNames } from '#surveys/locale.ts'
import { say } from '#surveys/say.ts'
import { languageTags } from '../documents/language-tags.ts'
import type { BriefingPlan } from './contract.ts'

const minuteMilliseconds = 60_000

/** When a session begins. */
export const beginOf = (plan: BriefingPlan): Date => instantOf(plan)

/** When a session ends. */
export const endOf = (plan: BriefingPlan): Date =>
  new Date(instantOf(plan).getTime() + plan.minutes * minuteMilliseconds)

/** How many seats can be booked: of a group one chair in five is kept for who just comes. */
export function bookableIn({ kind, booking, seats }: BriefingPlan): number {
  if (!booking) return 0
  return kind === 'individual' ? 1 : seats - Math.ceil(seats / 5)
}

/** A session in words of one language. */
export interface BriefingWords {
  /** the day with its day of the week, and from when to when */
  readonly when: string
  readonly kind: string
  readonly shift: string
  readonly language: string
  /** of an online session not the link, which is for who has a seat */
  readonly where: string
  readonly leader: string
}

/** @param zones of all sessions that stand beside it: where they differ, its own is named */
export function wordsFor(
  plan: BriefingPlan,
  locale: Locale,
  zones: ReadonlySet<string>,
): BriefingWords {
  const texts = sessionTexts[locale]
  const day = new Intl.DateTimeFormat(languageTags[locale], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${plan.day}T00:00:00Z`))
  const hours = `${plan.time}–${wallClockAt(endOf(plan), plan.zone).time}`
  const place = cityOf(plan.zone, locale)
  const time = zones.size > 1 ? say(texts, 'page.zone', { time: hours, place }) : hours
  const isLinkKept = plan.mode === 'online' && bookableIn(plan) > 0
  return {
    when: `${day}, ${time}`,
    kind: say(texts, `kind.${plan.kind}`),
    shift: say(texts, `shift.${plan.shift}`),
    language: languageNames[plan.language],
    where: isLinkKept ? say(texts, 'online') : plan.place,
    leader: plan.leader,
  }
}

/** The city that a zone is named after; cities that our languages write alike keep their name. */
function cityOf(zone: string, locale: Locale): string {
  if (zone === 'Europe/Bucharest') return say(sessionTexts[locale], 'place.bucharest')
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
}

export const zonesOf = (plans: readonly BriefingPlan[]): ReadonlySet<string> =>
  new Set(plans.map(({ zone }) => zone))
