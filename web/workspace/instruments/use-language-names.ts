import { isLocale, languageNames } from '#surveys/locale.ts'
import { useLanguage } from '../../language.tsx'

/** Names of languages by their tags: our own in their own words, others in the reader's. */
export function useLanguageNames(): {
  readonly nameOf: (tag: string) => string
  readonly list: (tags: readonly string[]) => string
} {
  const { locale } = useLanguage()
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const nameOf = (tag: string): string =>
    isLocale(tag) ? languageNames[tag] : (names.of(tag) ?? tag)
  return { nameOf, list: (tags) => tags.map(nameOf).join(', ') }
}
