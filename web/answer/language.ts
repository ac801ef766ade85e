import type { Manifest } from '#surveys/ballot/manifest.ts'
import type { Locale } from '#surveys/locale.ts'
import { type CountKey, say, sayCount, type Texts, type Words } from '#surveys/say.ts'
import type surveyEnglish from '#surveys/texts/en.json'
import type laterEnglish from './texts/en.json'
import type welcomeEnglish from './texts/welcome.en.json'

export type WelcomeText = keyof typeof welcomeEnglish
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
 * What the welcome says. The server names the file of the reader's language in a header, so
 * that it comes along with the script that asks for it here.
 */
const welcomeTexts: Readonly<
  Record<Locale, () => Promise<{ readonly default: Texts<WelcomeText> }>>
> = {
  en: () => import('./texts/welcome.en.json'),
  sv: () => import('./texts/welcome.sv.json'),
  nb: () => import('./texts/welcome.nb.json'),
  nl: () => import('./texts/welcome.nl.json'),
  ro: () => import('./texts/welcome.ro.json'),
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

const moduleTexts: Readonly<Record<Locale, () => Promise<{ readonly default: Texts }>>> =
  {
    en: () => import('#surveys/texts/modules.en.json'),
    sv: () => import('#surveys/texts/modules.sv.json'),
    nb: () => import('#surveys/texts/modules.nb.json'),
    nl: () => import('#surveys/texts/modules.nl.json'),
    ro: () => import('#surveys/texts/modules.ro.json'),
  }

/** The language of the welcome, before anything else. */
export async function loadWelcome(locale: Locale): Promise<WelcomeLanguage> {
  return sentencesIn<WelcomeText>(locale, (await welcomeTexts[locale]()).default)
}

/** The same with every sentence of the way. */
export async function loadLanguage(locale: Locale): Promise<Language> {
  const [welcome, later] = await Promise.all([
    welcomeTexts[locale](),
    laterTexts[locale](),
  ])
  return sentencesIn<AnswerText>(locale, { ...welcome.default, ...later.default })
}

function sentencesIn<Key extends string>(
  locale: Locale,
  texts: Texts<Key | 'date.months' | 'date.long'>,
): Sentences<Key> {
  return {
    locale,
    say: (key, words) => say(texts, key, words),
    count: (stem, count) => sayCount(texts, locale, stem, count),
    date: (day) => longDate(texts, day),
  }
}

/**
 * As the browser would write it, which takes a slow phone 60 ms or more at its first date.
 *
 * @param day `2026-11-30`
 */
function longDate(texts: Texts<'date.months' | 'date.long'>, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return say(texts, 'date.long', {
    year,
    month: texts['date.months'].split(' ')[Number(month) - 1] ?? month,
    day: String(Number(date)),
  })
}

/** Of what is asked beside the core, only where something is. */
export async function loadQuestionTexts(
  locale: Locale,
  { questionnaire }: Pick<Manifest, 'questionnaire'>,
): Promise<Texts> {
  const hasBeside = questionnaire.modules || questionnaire.own
  const [core, beside] = await Promise.all([
    surveyTexts[locale](),
    hasBeside ? moduleTexts[locale]() : null,
  ])
  return { ...core.default, ...beside?.default }
}
