import type { Locale } from '#surveys/locale.ts'
import { say, type Texts, type Words } from '#surveys/say.ts'
import { type OrientationText, orientationTexts } from '../orientation-wording.ts'
import { type AnalysisText, analysisTexts } from '../wording.ts'
import { countriesIn, type Facts } from './fact-fields.ts'
import type { Records } from './records.ts'

/** A text that knows where it comes from, so that people's changes find it again. */
export interface Passage {
  /** the same whatever the facts are; unique in its material */
  readonly id: string
  readonly text: string
  /** ids of facts that are missing in it */
  readonly gaps: readonly string[]
}

/** What goes into the places of a sentence: words, or a fact by its id. */
export type Filling = Readonly<
  Record<string, string | number | { readonly fact: string }>
>

/** One language to write in, with the facts at hand. */
export interface Voice {
  readonly locale: Locale
  readonly records: Records
  /** the text of a key, with facts in their places; where one is missing, a visible gap */
  readonly line: (key: OrientationText, words?: Filling) => Passage
  /** the same for a text that stands in a material more than once */
  readonly lineAs: (id: string, key: OrientationText, words?: Filling) => Passage
  /** one text or another, by a fact; a gap where it is not known */
  readonly byFact: (
    fact: string,
    keys: Readonly<Record<string, OrientationText>>,
  ) => Passage
  /** words of the analysis, such as the name of a component */
  readonly name: (key: AnalysisText, words?: Words) => string
  readonly date: (day: string) => string
  readonly list: (words: readonly string[]) => string
}

/** What stands in a place of a sentence, and the fact it comes from. */
interface Placed {
  readonly word: string | number
  readonly fact: string
}

/** What stands where a fact is still missing. */
const gap = '[…]'

const places = /\{(\w+)\}/g

export function voiceOf(records: Records, locale: Locale): Voice {
  const texts: Texts<OrientationText> = orientationTexts[locale]
  const known = factWords(records, locale, texts)
  const placed = (place: string, given: Filling[string] | undefined): Placed => {
    if (typeof given === 'object') {
      const word = records.facts[given.fact] ?? ''
      return { word: written(word, locale), fact: given.fact }
    }
    return { word: given ?? known[place] ?? '', fact: factOf(place, locale) }
  }
  const lineAs = (id: string, key: OrientationText, filling: Filling = {}): Passage => {
    const asked = [...texts[key].matchAll(places)].map(([, place = '']) => place)
    const found = asked.map((place) => ({ place, ...placed(place, filling[place]) }))
    const words = found.map(({ place, word }) => [place, word === '' ? gap : word])
    return {
      id,
      text: say(texts, key, Object.fromEntries(words)),
      gaps: found.filter(({ word }) => word === '').map(({ fact }) => fact),
    }
  }
  return {
    locale,
    records,
    lineAs,
    line: (key, words) => lineAs(key, key, words),
    byFact: (fact, keys) => {
      const key = keys[records.facts[fact] ?? '']
      return key ? lineAs(fact, key) : { id: fact, text: gap, gaps: [fact] }
    },
    name: (key, words) => say(analysisTexts[locale], key, words),
    date: (day) => writtenDate(locale, day),
    list: (words) => new Intl.ListFormat(tags[locale]).format(words),
  }
}

/** British dates: the day before the month, as in our other languages. */
const tags: Readonly<Record<Locale, string>> = {
  en: 'en-GB',
  sv: 'sv',
  nb: 'nb',
  nl: 'nl',
  ro: 'ro',
}

function writtenDate(locale: Locale, day: string): string {
  const form = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  } as const
  return new Intl.DateTimeFormat(tags[locale], form).format(new Date(`${day}T00:00:00Z`))
}

const written = (fact: string, locale: Locale): string =>
  /^\d{4}-\d\d-\d\d$/.test(fact) ? writtenDate(locale, fact) : fact

/** A phone number is of one language, every other fact of all. */
const factOf = (place: string, locale: Locale): string => {
  if (place === 'phone') return `phone.${locale}`
  return place === 'emergency' ? 'countries' : place
}

/** The facts that stand in sentences, in the words of a language; a missing one is ''. */
function factWords(
  { organization, facts }: Records,
  locale: Locale,
  texts: Texts<OrientationText>,
): Readonly<Record<string, string>> {
  return {
    ...facts,
    organization,
    phone: facts[`phone.${locale}`] ?? '',
    emergency: emergencyIn(facts),
    hours: hoursIn(facts, texts),
    languages: languagesIn(facts, locale),
    start: facts['start'] ? writtenDate(locale, facts['start']) : '',
  }
}

function hoursIn(facts: Facts, texts: Texts<OrientationText>): string {
  const { hours, 'hours.from': from, 'hours.to': to } = facts
  if (hours === 'always') return say(texts, 'hours.always')
  if (!from || !to) return ''
  if (hours === 'weekdays') return say(texts, 'hours.weekdays', { from, to })
  return hours === 'every-day' ? say(texts, 'hours.every-day', { from, to }) : ''
}

function languagesIn({ languages = '' }: Facts, locale: Locale): string {
  if (languages === '') return ''
  const names = new Intl.DisplayNames([tags[locale]], { type: 'language' })
  const words = languages.split(',').map((code) => names.of(code) ?? code)
  return new Intl.ListFormat(tags[locale]).format(words)
}

/** Ambulance and rescue; 112 holds in the whole European Union. */
const emergency = { SE: '112', NO: '113', NL: '112', RO: '112', other: '112' } as const

function emergencyIn(facts: Facts): string {
  const numbers = countriesIn(facts).map((country) => emergency[country])
  return [...new Set(numbers)].join(' / ')
}
