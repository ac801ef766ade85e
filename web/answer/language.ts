import { isLocale, type Locale } from '#surveys/locale.ts'
import { type CountKey, say, sayCount, type Texts, type Words } from '#surveys/say.ts'
import type surveyEnglish from '#surveys/texts/en.json'
import type english from './texts/en.json'

export type AnswerText = keyof typeof english
type SurveyText = keyof typeof surveyEnglish

/** The sentences of the page in one language. */
export interface Language {
  readonly locale: Locale
  readonly say: (key: AnswerText, words?: Words) => string
  readonly count: (stem: CountKey<AnswerText>, count: number) => string
  readonly date: (day: string) => string
}

/** One chunk a language and kind: nobody loads sentences they do not read. */
const ownTexts: Readonly<
  Record<Locale, () => Promise<{ readonly default: Texts<AnswerText> }>>
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

export async function loadLanguage(locale: Locale): Promise<Language> {
  const texts = (await ownTexts[locale]()).default
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
