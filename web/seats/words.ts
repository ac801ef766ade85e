import { isLocale, type Locale } from '#surveys/locale.ts'
import { say as sayIn, type Words } from '#surveys/say.ts'
import en from './texts/en.json'
import nb from './texts/nb.json'
import nl from './texts/nl.json'
import ro from './texts/ro.json'
import sv from './texts/sv.json'

export type SeatText = keyof typeof en

const texts: Readonly<Record<Locale, Readonly<Record<SeatText, string>>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}

/** What the page says in one language. */
export interface Voice {
  readonly locale: Locale
  readonly say: (key: SeatText, words?: Words) => string
  /** for a refusal of the server; what has no words of its own failed */
  readonly sayNo: (code: string) => string
  /** a day in words, with its day of the week */
  readonly day: (day: string) => string
}

export function voiceOf(locale: Locale): Voice {
  const mine = texts[locale]
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' })
  return {
    locale,
    say: (key, words) => sayIn(mine, key, words),
    sayNo: (code) =>
      Object.entries(mine).find(([key]) => key === `refusal.${code}`)?.[1] ?? mine.failed,
    day: (day) => days.format(new Date(day)),
  }
}

/** The first language the browser asks for that we speak; `no` and `nn` are read best in bokmål. */
export function preferredLanguage(): Locale {
  const read = navigator.languages.map((tag) => tag.toLowerCase().slice(0, 2))
  const known = read.map((tag) => (tag === 'no' || tag === 'nn' ? 'nb' : tag))
  return known.find(isLocale) ?? 'en'
}
