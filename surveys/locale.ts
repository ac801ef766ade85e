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
