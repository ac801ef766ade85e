/** The languages everything an employee or manager reads exists in. */
export const locales = ['en', 'sv', 'nb', 'nl', 'ro'] as const

export type Locale = (typeof locales)[number]

/** Each language in its own words, as a reader looks for it in a list. */
export const languageNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  sv: 'Svenska',
  nb: 'Norsk bokmål',
  nl: 'Nederlands',
  ro: 'Română',
}

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value)
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
