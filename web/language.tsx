import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { AnnualText } from '#analysis/annual-wording.ts'
import type { IndicatorText } from '#analysis/indicator-wording.ts'
import type { ProgramText } from '#analysis/program-wording.ts'
import type { SourceText } from '#analysis/sources-wording.ts'
import type analysisEnglish from '#analysis/texts/en.json'
import { isLocale, type Locale, locales } from '#surveys/locale.ts'
import { type CountKey, say, sayCount, type Texts, type Words } from '#surveys/say.ts'
import type surveyEnglish from '#surveys/texts/en.json'
import type groupsEnglish from '#surveys/texts/groups.en.json'
import type modulesEnglish from '#surveys/texts/modules.en.json'
import type accountsEnglish from './texts/accounts.en.json'
import type annualEnglish from './texts/annual.en.json'
import type designEnglish from './texts/design.en.json'
import type english from './texts/en.json'
import type instrumentsEnglish from './texts/instruments.en.json'
import type journeyEnglish from './texts/journey.en.json'
import type prepareEnglish from './texts/prepare.en.json'
import type reportEnglish from './texts/report.en.json'
import type sessionsEnglish from './texts/sessions.en.json'
import type tellEnglish from './texts/tell.en.json'
import type understandEnglish from './texts/understand.en.json'
import type wavesEnglish from './texts/waves.en.json'

export type WebText = keyof typeof english
export type AccountText = keyof typeof accountsEnglish
/** Of the pages themselves, whatever file they are in. */
type PageText =
  | WebText
  | keyof typeof instrumentsEnglish
  | keyof typeof journeyEnglish
  | keyof typeof understandEnglish
  | keyof typeof wavesEnglish
  | keyof typeof prepareEnglish
  | AccountText
  | keyof typeof sessionsEnglish
  | keyof typeof tellEnglish
  | keyof typeof annualEnglish
type AnyText =
  | PageText
  | keyof typeof designEnglish
  | keyof typeof reportEnglish
  | AnnualText
  | IndicatorText
  | ProgramText
  | SourceText
  | keyof typeof analysisEnglish
  | keyof typeof surveyEnglish
  | keyof typeof groupsEnglish
  | keyof typeof modulesEnglish

/** Sentences of the pages, of the analysis and of the questionnaires, in one language. */
export interface Language {
  readonly locale: Locale
  readonly choose: (locale: Locale) => void
  readonly texts: Texts
  readonly say: (key: AnyText, words?: Words) => string
  /** for keys that are put together; a missing one is empty instead of an error */
  readonly sayIf: (key: string, words?: Words) => string
  readonly count: (stem: CountKey<PageText>, count: number, words?: Words) => string
  readonly number: (value: number) => string
  /** a share from 0 to 1 as whole percent, in one piece */
  readonly percent: (share: number) => string
  /** between -1 and 1, always with two decimals, so that columns compare */
  readonly coefficient: (value: number) => string
  readonly date: (day: string) => string
  /** a moment, where the reader is */
  readonly moment: (instant: string) => string
  /** `2026-11` in words */
  readonly month: (month: string) => string
}

const load: Readonly<
  Record<Locale, () => Promise<readonly { readonly default: object }[]>>
> = {
  en: () =>
    Promise.all([
      import('./texts/en.json'),
      import('./texts/design.en.json'),
      import('./texts/report.en.json'),
      import('./texts/instruments.en.json'),
      import('./texts/prepare.en.json'),
      import('./texts/accounts.en.json'),
      import('./texts/sessions.en.json'),
      import('./texts/tell.en.json'),
      import('./texts/journey.en.json'),
      import('./texts/understand.en.json'),
      import('./texts/annual.en.json'),
      import('#analysis/texts/annual.en.json'),
      import('./texts/waves.en.json'),
      import('#analysis/texts/en.json'),
      import('#analysis/texts/indicators.en.json'),
      import('#analysis/texts/program.en.json'),
      import('#analysis/texts/sources.en.json'),
      import('#surveys/texts/en.json'),
      import('#surveys/texts/groups.en.json'),
      import('#surveys/texts/modules.en.json'),
    ]),
  sv: () =>
    Promise.all([
      import('./texts/sv.json'),
      import('./texts/design.sv.json'),
      import('./texts/report.sv.json'),
      import('./texts/instruments.sv.json'),
      import('./texts/prepare.sv.json'),
      import('./texts/accounts.sv.json'),
      import('./texts/sessions.sv.json'),
      import('./texts/tell.sv.json'),
      import('./texts/journey.sv.json'),
      import('./texts/understand.sv.json'),
      import('./texts/annual.sv.json'),
      import('#analysis/texts/annual.sv.json'),
      import('./texts/waves.sv.json'),
      import('#analysis/texts/sv.json'),
      import('#analysis/texts/indicators.sv.json'),
      import('#analysis/texts/program.sv.json'),
      import('#analysis/texts/sources.sv.json'),
      import('#surveys/texts/sv.json'),
      import('#surveys/texts/groups.sv.json'),
      import('#surveys/texts/modules.sv.json'),
    ]),
  nb: () =>
    Promise.all([
      import('./texts/nb.json'),
      import('./texts/design.nb.json'),
      import('./texts/report.nb.json'),
      import('./texts/instruments.nb.json'),
      import('./texts/prepare.nb.json'),
      import('./texts/accounts.nb.json'),
      import('./texts/sessions.nb.json'),
      import('./texts/tell.nb.json'),
      import('./texts/journey.nb.json'),
      import('./texts/understand.nb.json'),
      import('./texts/annual.nb.json'),
      import('#analysis/texts/annual.nb.json'),
      import('./texts/waves.nb.json'),
      import('#analysis/texts/nb.json'),
      import('#analysis/texts/indicators.nb.json'),
      import('#analysis/texts/program.nb.json'),
      import('#analysis/texts/sources.nb.json'),
      import('#surveys/texts/nb.json'),
      import('#surveys/texts/groups.nb.json'),
      import('#surveys/texts/modules.nb.json'),
    ]),
  nl: () =>
    Promise.all([
      import('./texts/nl.json'),
      import('./texts/design.nl.json'),
      import('./texts/report.nl.json'),
      import('./texts/instruments.nl.json'),
      import('./texts/prepare.nl.json'),
      import('./texts/accounts.nl.json'),
      import('./texts/sessions.nl.json'),
      import('./texts/tell.nl.json'),
      import('./texts/journey.nl.json'),
      import('./texts/understand.nl.json'),
      import('./texts/annual.nl.json'),
      import('#analysis/texts/annual.nl.json'),
      import('./texts/waves.nl.json'),
      import('#analysis/texts/nl.json'),
      import('#analysis/texts/indicators.nl.json'),
      import('#analysis/texts/program.nl.json'),
      import('#analysis/texts/sources.nl.json'),
      import('#surveys/texts/nl.json'),
      import('#surveys/texts/groups.nl.json'),
      import('#surveys/texts/modules.nl.json'),
    ]),
  ro: () =>
    Promise.all([
      import('./texts/ro.json'),
      import('./texts/design.ro.json'),
      import('./texts/report.ro.json'),
      import('./texts/instruments.ro.json'),
      import('./texts/prepare.ro.json'),
      import('./texts/accounts.ro.json'),
      import('./texts/sessions.ro.json'),
      import('./texts/tell.ro.json'),
      import('./texts/journey.ro.json'),
      import('./texts/understand.ro.json'),
      import('./texts/annual.ro.json'),
      import('#analysis/texts/annual.ro.json'),
      import('./texts/waves.ro.json'),
      import('#analysis/texts/ro.json'),
      import('#analysis/texts/indicators.ro.json'),
      import('#analysis/texts/program.ro.json'),
      import('#analysis/texts/sources.ro.json'),
      import('#surveys/texts/ro.json'),
      import('#surveys/texts/groups.ro.json'),
      import('#surveys/texts/modules.ro.json'),
    ]),
}

const LanguageContext = createContext<Language | null>(null)
const remembered = 'groundwork.language'

export function useLanguage(): Language {
  const language = useContext(LanguageContext)
  if (!language) throw new Error('useLanguage belongs below a LanguageProvider')
  return language
}

/** Loads the chosen language before anything is shown in it. */
export function LanguageProvider({
  children,
}: {
  readonly children: ReactNode
}): ReactNode {
  const [locale, setLocale] = useState<Locale>(preferred)
  const [texts, setTexts] = useState<{ locale: Locale; texts: Record<string, string> }>()

  useEffect(() => {
    let current = true
    void load[locale]().then((files) => {
      if (!current) return
      setTexts({ locale, texts: Object.assign({}, ...files.map((file) => file.default)) })
      document.documentElement.lang = locale
    })
    return () => {
      current = false
    }
  }, [locale])

  if (!texts) return null
  const choose = (chosen: Locale) => {
    localStorage.setItem(remembered, chosen)
    setLocale(chosen)
  }
  return (
    <LanguageContext value={languageOf(texts.locale, texts.texts, choose)}>
      {children}
    </LanguageContext>
  )
}

function languageOf(
  locale: Locale,
  texts: Readonly<Record<string, string>>,
  choose: Language['choose'],
): Language {
  return {
    locale,
    choose,
    texts,
    say: (key, words) => say(texts, key, words),
    sayIf: (key, words) => (key in texts ? say(texts, key, words) : ''),
    count: (stem, count, words) =>
      sayCount<`${string}_other`>(texts, locale, stem, count, words),
    number: (value) => new Intl.NumberFormat(locale).format(value),
    percent: (share) => new Intl.NumberFormat(locale, { style: 'percent' }).format(share),
    coefficient: (value) =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      }).format(value),
    date: (day) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(day),
      ),
    moment: (instant) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' }).format(
        new Date(instant),
      ),
    month: (month) =>
      new Intl.DateTimeFormat(locale, {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      }).format(new Date(`${month}-01`)),
  }
}

function preferred(): Locale {
  const before = localStorage.getItem(remembered)
  if (isLocale(before)) return before
  const wished = navigator.languages.map((language) => language.slice(0, 2))
  const known = wished.map((language) => (language === 'no' ? 'nb' : language))
  return known.find(isLocale) ?? locales[0]
}
