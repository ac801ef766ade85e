import { randomBytes } from 'node:crypto'
import { type SessionText, sessionTexts } from '#analysis/sessions-wording.ts'
import { chooseLocale, type Locale, locales } from '#surveys/locale.ts'
import { say } from '#surveys/say.ts'
import { seatCodeBytes, writeSeatCode } from '#surveys/seat-code.ts'
import { escaped } from '../documents/html.ts'
import {
  languageLinks,
  nothingHere,
  type PublicPage,
  showProgram,
} from '../orientation/show-program.ts'
import { Refusal } from '../refusal.ts'
import {
  bookSeat,
  findSeat,
  giveSeatBack,
  type SeatFound,
  type SeatReach,
} from './book-seat.ts'
import { readBox } from './change-box.ts'
import { zonesOf } from './describe-briefing.ts'
import { type OpenProgram, openProgram } from './open-program.ts'
import { sessionsPage } from './schedule-of.ts'
import {
  aboutSession,
  chooseSession,
  helpFirst,
  type Place,
  seatSection,
  selfCheck,
  tagOf,
  typedCode,
  whatItTells,
} from './sessions-markup.ts'
import { writeCalendar } from './write-calendar.ts'

/** What somebody asks of the page of sessions, by a form of it. */
export interface Wish {
  readonly doing: string
  readonly code: string
  readonly session: string
  /** where it comes from, for the pace of booking; it is kept nowhere */
  readonly address: string
}

/** Who looks: the language asked for, and those the browser reads. */
export interface Reader {
  readonly asked: string | null
  readonly read: readonly string[]
}

/** A page, or a file for a calendar. */
export type Shown =
  | { readonly kind: 'page'; readonly page: PublicPage }
  | { readonly kind: 'calendar'; readonly text: string }

/** What came of a wish: words, and a seat where there is one. */
interface Outcome {
  readonly said: SessionText | null
  readonly isWrong: boolean
  readonly seat: SeatFound | null
}

const nothingDone: Outcome = { said: null, isWrong: false, seat: null }

/**
 * The page on which everybody sees the sessions and books a seat, without a script and without
 * a name. What is wished for comes with the form, never in an address.
 */
export async function showSessions(
  reach: SeatReach,
  assessment: string,
  { asked, read }: Reader,
  wish: Wish | null = null,
): Promise<Shown> {
  const program = await openProgram(reach, assessment)
  if (!program) {
    return { kind: 'page', page: nothingHere(chooseLocale(asked, read, locales)) }
  }
  const locale = chooseLocale(asked, read, program.offered)
  const outcome = wish ? await fulfil(reach, program, wish) : nothingDone
  const file = wish && calendarFor(reach, program, locale, wish, outcome)
  if (file) return { kind: 'calendar', text: file }
  return { kind: 'page', page: await pageOf(reach, program, locale, outcome) }
}

/** All sessions but individual talks as a calendar file; null where nothing was published. */
export async function sessionsCalendar(
  reach: SeatReach,
  assessment: string,
  { asked, read }: Reader,
): Promise<string | null> {
  const program = await openProgram(reach, assessment)
  if (!program) return null
  const locale = chooseLocale(asked, read, program.offered)
  const shown = program.coming.filter(({ kind }) => kind !== 'individual')
  return writeCalendar(shown, calendarFacts(reach, program, locale, false))
}

/** The page about a program, which ends with its next sessions and with a way to find the door. */
export async function showProgramWithSessions(
  reach: SeatReach,
  assessment: string,
  asked: string | null,
  read: readonly string[],
): Promise<PublicPage> {
  const program = await openProgram(reach, assessment)
  return showProgram(reach, assessment, asked, read, async (locale) => {
    const next = program ? await nextSessions(reach, program, locale) : ''
    return `${next}${selfCheck(locale)}\n`
  })
}

const mostNext = 3

async function nextSessions(
  reach: SeatReach,
  program: OpenProgram,
  locale: Locale,
): Promise<string> {
  const groups = program.coming.filter(
    ({ kind, state }) => kind !== 'individual' && state === 'planned',
  )
  if (program.coming.length === 0) return ''
  const place = placeOf(program, locale, await readBox(reach, program.id))
  const texts = sessionTexts[locale]
  const items = groups
    .slice(0, mostNext)
    .map((one) => `<li class="session">${aboutSession(one, place)}</li>`)
  return `<section><h2>${escaped(say(texts, 'program.title'))}</h2><p>${escaped(say(texts, 'program.text'))}</p><ul class="sessions">${items.join('')}</ul><p><a href="${place.path}?lang=${locale}">${escaped(say(texts, 'program.link'))}</a></p></section>\n`
}

/** Does what is wished for; a no is an outcome that the page says. */
async function fulfil(
  reach: SeatReach,
  program: OpenProgram,
  { doing, code, session, address }: Wish,
): Promise<Outcome> {
  try {
    switch (doing) {
      case 'book': {
        if (session === '') return wrong('no.choose')
        const seat = await bookSeat(reach, program, { session, typed: code }, address)
        const said = seat.moved ? 'done.moved' : 'done.taken'
        return { said, isWrong: false, seat }
      }
      case 'calendar':
        return session === '' ? wrong('no.choose') : nothingDone
      case 'give-back':
        await giveSeatBack(reach, program, code)
        return { ...nothingDone, said: 'done.given' }
      default:
        return { ...nothingDone, seat: await findSeat(reach, program, code) }
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const key = `no.${error.code}`
    return wrong(key in sessionTexts.en ? (key as SessionText) : 'no.failed')
  }
}

const wrong = (said: SessionText): Outcome => ({ said, isWrong: true, seat: null })

function calendarFor(
  reach: SeatReach,
  program: OpenProgram,
  locale: Locale,
  { doing, session }: Wish,
  { seat, isWrong }: Outcome,
): string | null {
  if (isWrong) return null
  if (doing === 'seat-calendar' && seat) {
    return writeCalendar([seat.briefing], calendarFacts(reach, program, locale, true))
  }
  const chosen = program.coming.find(({ id }) => id === session)
  if (doing !== 'calendar' || !chosen) return null
  return writeCalendar([chosen], calendarFacts(reach, program, locale, false))
}

function calendarFacts(
  reach: SeatReach,
  { id, plan }: OpenProgram,
  locale: Locale,
  hasLink: boolean,
) {
  return {
    locale,
    organization: plan.organization,
    page: sessionsPage(reach, id),
    day: reach.clock.now().toISOString().slice(0, 10),
    hasLink,
  }
}

const placeOf = (
  { id, coming }: OpenProgram,
  locale: Locale,
  box: Place['box'],
): Place => ({ locale, path: `/program/${id}/sessions`, box, zones: zonesOf(coming) })

async function pageOf(
  reach: SeatReach,
  program: OpenProgram,
  locale: Locale,
  { said, isWrong, seat }: Outcome,
): Promise<PublicPage> {
  const { id, plan, coming, offered } = program
  const texts = sessionTexts[locale]
  const text = (key: SessionText) => escaped(say(texts, key))
  const place = placeOf(program, locale, await readBox(reach, id))
  const others = coming.filter((one) => one.id !== seat?.briefing.id)
  const code = seat?.code ?? writeSeatCode(randomBytes(seatCodeBytes))
  const status = isWrong ? 'role="alert"' : 'role="status"'
  const lead = say(texts, 'page.lead', { organization: plan.organization })
  const { path } = place
  const body = `${languageLinks(path, locale, offered)}
<main><header><h1>${text('page.title')}</h1><p>${escaped(lead)}</p>
${said ? `<p class="callout said" ${status}>${text(said)}</p>` : ''}</header>
${helpFirst(locale, plan.contacts[locale] ?? [])}
${seat ? seatSection(seat, place) : ''}
<section><h2>${text('page.list')}</h2><p>${text('page.walk-in')}</p>
${chooseSession(others, code, seat !== null, place)}
<p><a href="${path}.ics?lang=${locale}">${text('page.all')}</a></p></section>
${seat ? '' : typedCode(place)}
${whatItTells(locale)}
<p><a href="/program/${id}?lang=${locale}">${text('page.back')}</a></p></main>`
  return {
    found: true,
    lang: tagOf(locale),
    title: say(texts, 'page.title'),
    body: filled(body),
  }
}

const step = 4_096

/** The same length whatever the seat: nothing of it shows on the way. */
function filled(body: string): string {
  const bytes = Buffer.byteLength(body)
  return body + ' '.repeat(Math.ceil(bytes / step) * step - bytes)
}
