import { type SessionText, sessionTexts } from '#analysis/sessions-wording.ts'
import type { HelpContact } from '#surveys/ballot/manifest.ts'
import type { Locale } from '#surveys/locale.ts'
import { say, type Words } from '#surveys/say.ts'
import { escaped } from '../documents/html.ts'
import { languageTags } from '../documents/language-tags.ts'
import { type SeatFound, seatsLeft } from './book-seat.ts'
import { bookableIn, wordsFor } from './describe-briefing.ts'
import type { SeatBox } from './seat-box.ts'
import type { StoredBriefing } from './store.ts'

/** Where the markup stands: its language, its address, and how full the sessions are. */
export interface Place {
  readonly locale: Locale
  /** `/program/…/sessions` */
  readonly path: string
  readonly box: SeatBox
  readonly zones: ReadonlySet<string>
}

const fewSeats = 2

/** A text of the page, as it can stand between tags. */
const words = (locale: Locale, key: SessionText, filling?: Words): string =>
  escaped(say(sessionTexts[locale], key, filling))

/** Numbers to call first: the first section, as on the page of the program. */
export function helpFirst(locale: Locale, contacts: readonly HelpContact[]): string {
  if (contacts.length === 0) return ''
  const lines = contacts.map(({ name, phone }) => {
    const number = phone.replace(/[^\d+]/g, '')
    return `<li>${escaped(name)} <strong><a href="tel:${number}">${escaped(phone)}</a></strong></li>`
  })
  return `<section><h2>${words(locale, 'page.help')}</h2><ul class="contacts">${lines.join('')}</ul></section>`
}

/**
 * Every session to choose from, in one form: the address never tells which. The code is drawn
 * with the page, so that sending it twice books one seat.
 */
export function chooseSession(
  sessions: readonly StoredBriefing[],
  code: string,
  hasSeat: boolean,
  place: Place,
): string {
  const { locale } = place
  if (sessions.length === 0) return `<p>${words(locale, 'page.none')}</p>`
  return `<form method="post" action="${address(place)}">
<input type="hidden" name="code" value="${escaped(code)}">
<fieldset><legend>${words(locale, 'page.choose')}</legend>
${sessions.map((one) => toChoose(one, place)).join('\n')}
</fieldset>
<button name="do" value="book">${words(locale, hasSeat ? 'page.move' : 'page.book')}</button>
<button class="quiet" name="do" value="calendar">${words(locale, 'page.calendar')}</button>
</form>`
}

function toChoose(session: StoredBriefing, place: Place): string {
  const about = aboutSession(session, place)
  const id = escaped(session.id)
  const isLeft = !isCancelled(session) && !isTaken(session, place)
  if (!isLeft) return `<div class="session">${about}</div>`
  return `<div class="session"><input type="radio" name="session" value="${id}" id="s-${id}"><label for="s-${id}">${about}</label></div>`
}

/** What there is to know of a session, in lines. */
export function aboutSession(session: StoredBriefing, place: Place): string {
  const { locale, zones } = place
  const said = wordsFor(session, locale, zones)
  const kind = `${said.kind} · ${said.shift} · ${said.language}`
  const lines = [
    kind,
    said.where,
    say(sessionTexts[locale], 'leader', { leader: said.leader }),
  ]
  return `<strong>${escaped(said.when)}</strong>${lines.map((line) => `<span>${escaped(line)}</span>`).join('')}<em>${words(locale, stateOf(session, place))}</em>`
}

function stateOf(session: StoredBriefing, place: Place): SessionText {
  if (isCancelled(session)) return 'cancelled'
  if (bookableIn(session) === 0) return 'free.open'
  if (isTaken(session, place)) return 'free.taken'
  if (session.kind === 'individual') return 'free.free'
  const left = seatsLeft(session, place.box)
  if (left === 0) return 'free.full'
  return left <= fewSeats ? 'free.few' : 'free.left'
}

const isCancelled = ({ state }: StoredBriefing): boolean => state === 'cancelled'

const isTaken = (session: StoredBriefing, { box }: Place): boolean =>
  session.kind === 'individual' && seatsLeft(session, box) === 0

/** Somebody's own seat, its code, and what can be done with it. */
export function seatSection({ briefing, code }: SeatFound, place: Place): string {
  const { locale } = place
  const say = (key: SessionText) => words(locale, key)
  const link =
    briefing.mode === 'online'
      ? `<p><a href="${escaped(briefing.place)}" rel="noreferrer">${escaped(briefing.place)}</a></p>`
      : ''
  const cancelled = isCancelled(briefing)
    ? `<p class="callout">${say('seat.cancelled')}</p>`
    : ''
  return `<section class="seat"><h2>${say('seat.title')}</h2>
${cancelled}<div class="session">${ownSeat(briefing, place)}</div>${link}
<p>${say('seat.code')}</p><p class="code">${escaped(code)}</p><p>${say('seat.note')}</p>
<form method="post" action="${address(place)}"><input type="hidden" name="code" value="${escaped(code)}">
<p>${say('seat.calendar-note')}</p><button class="quiet" name="do" value="seat-calendar">${say('seat.calendar')}</button>
<p>${say('seat.give-back-note')}</p><button class="quiet" name="do" value="give-back">${say('seat.give-back')}</button>
</form></section>`
}

/** How many seats are left is for those who have none. */
const ownSeat = (session: StoredBriefing, place: Place): string =>
  aboutSession(session, place).replace(/<em>.*<\/em>$/, '')

/** For who comes back with a code. */
export function typedCode(place: Place): string {
  const { locale } = place
  return `<section><h2>${words(locale, 'page.have')}</h2>
<form method="post" action="${address(place)}">
<label for="code">${words(locale, 'page.code')}</label>
<span id="code-hint">${words(locale, 'page.code-hint')}</span>
<input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" required aria-describedby="code-hint">
<button class="quiet" name="do" value="find">${words(locale, 'page.find')}</button>
</form></section>`
}

/** What a booking tells, and what it does not. */
export function whatItTells(locale: Locale): string {
  const lines = (['name', 'employer', 'room', 'network'] as const).map(
    (line) => `<li>${words(locale, `page.private.${line}`)}</li>`,
  )
  return `<section><h2>${words(locale, 'page.private')}</h2><ul>${lines.join('')}</ul></section>`
}

const checks = ['danger', 'worry', 'home', 'work', 'treated', 'ill', 'other'] as const

/**
 * Which door fits: questions that open by themselves. It is markup alone; the page's policy lets
 * no script run, so that nothing of what somebody opens can leave it.
 */
export function selfCheck(locale: Locale): string {
  const questions = checks.map(
    (check) =>
      `<details><summary>${words(locale, `check.${check}.q`)}</summary><p>${words(locale, `check.${check}.a`)}</p></details>`,
  )
  return `<section class="check"><h2>${words(locale, 'check.title')}</h2><p>${words(locale, 'check.text')}</p>
${questions.join('\n')}
<p>${words(locale, 'check.several')}</p></section>`
}

const address = ({ path, locale }: Place): string => `${escaped(path)}?lang=${locale}`

/** How a page names its language. */
export const tagOf = (locale: Locale): string => languageTags[locale]
