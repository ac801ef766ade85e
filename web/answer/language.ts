import { isLocale, type Locale } from '#surveys/locale.ts'
import { type CountKey, say, sayCount, type Texts, type Words } from '#surveys/say.ts'
import type surveyEnglish from '#surveys/texts/en.json'
import type laterEnglish from './texts/en.json'
import english from './texts/welcome.en.json' with { type: 'json' }
import bokmal from './texts/welcome.nb.json' with { type: 'json' }
import dutch from './texts/welcome.nl.json' with { type: 'json' }
import romanian from './texts/welcome.ro.json' with { type: 'json' }
import swedish from './texts/welcome.sv.json' with { type: 'json' }

export type WelcomeText = keyof typeof english
export type AnswerText = WelcomeText | keyof typeof laterEnglish
type SurveyText = keyof typeof surveyEnglish

/** Sentences in one language, and what goes into them. */
export interface Sentences<Key extends string> {
  readonly locale: Locale
  readonly say: (key: Key, words?: Words) => string
  readonly count: (stem: CountKey<Key>, count: number) => string
  readonly date: (day: string) => string
}

/** What can be said at once. */
export type WelcomeLanguage = Sentences<WelcomeText>

/** What can be said once the sentences of the whole way are there. */
export type Language = Sentences<AnswerText>

/**
 * What the welcome says goes along with the script: fetching one language once it is known
 * which would take longer than carrying five.
 */
const welcomeTexts: Readonly<Record<Locale, Texts<WelcomeText>>> = {
  en: english,
  sv: swedish,
  nb: bokmal,
  nl: dutch,
  ro: romanian,
}

/** One chunk a language and kind: nobody loads sentences they do not read. */
const laterTexts: Readonly<
  Record<Locale, () => Promise<{ readonly default: Texts<keyof typeof laterEnglish> }>>
> = {
  en: () => import('./texts/en.json'),
  sv: () => import('./texts/sv.json'),
  nb: () => import('./texts/nb.json'),
  nl: () => import('./texts/nl.json'),
  ro: () => import('./texts/ro.json'),
}

const surveyTexts: Readonly<
  Record<Locale, () => Promise<{ readonly default: Texts<SurveyText> }>>
> = {
  en: () => import('#surveys/texts/en.json'),
  sv: () => import('#surveys/texts/sv.json'),
  nb: () => import('#surveys/texts/nb.json'),
  nl: () => import('#surveys/texts/nl.json'),
  ro: () => import('#surveys/texts/ro.json'),
}

/** The language of the welcome, at once. */
export function welcomeLanguage(locale: Locale): WelcomeLanguage {
  return sentencesIn(locale, welcomeTexts[locale])
}

/** The same with every sentence of the way. */
export async function loadLanguage(locale: Locale): Promise<Language> {
  const later = (await laterTexts[locale]()).default
  return sentencesIn<AnswerText>(locale, { ...welcomeTexts[locale], ...later })
}

function sentencesIn<Key extends string>(
  locale: Locale,
  texts: Texts<Key>,
): Sentences<Key> {
  return {
    locale,
    say: (key, words) => say(texts, key, words),
    count: (stem, count) => sayCount(texts, locale, stem, count),
    date: (day) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(day),
      ),
  }
}

export async function loadQuestionTexts(locale: Locale): Promise<Texts<SurveyText>> {
  return (await surveyTexts[locale]()).default
}

/** The language asked for, else the reader's first that is offered, else the first offered. */
export function chooseLocale(
  asked: string | null,
  read: readonly string[],
  offered: readonly [Locale, ...Locale[]],
): Locale {
  const wished = [asked ?? '', ...read].map(toLocale)
  return wished.find((locale) => locale && offered.includes(locale)) ?? offered[0]
}

/** `ro-MD` is Romanian; `no`, `nn` and `nb-NO` are read best in bokmål. */
function toLocale(tag: string): Locale | undefined {
  const language = tag.toLowerCase().split('-')[0]
  if (language === 'no' || language === 'nn') return 'nb'
  return isLocale(language) ? language : undefined
}
