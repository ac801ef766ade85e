import type { Locale } from '#surveys/locale.ts'

/** How a file names its language, so that it is read aloud and hyphenated in that language. */
export const languageTags: Readonly<Record<Locale, `${Locale}-${string}`>> = {
  en: 'en-GB',
  sv: 'sv-SE',
  nb: 'nb-NO',
  nl: 'nl-NL',
  ro: 'ro-RO',
}
