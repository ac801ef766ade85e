import { isLocale, type Locale } from '#surveys/locale.ts'
import en from './texts/en.json'
import nb from './texts/nb.json'
import nl from './texts/nl.json'
import ro from './texts/ro.json'
import sv from './texts/sv.json'

export type ToldText = keyof typeof en

/** What the page says itself; what it tells comes from the server. */
export const texts: Readonly<Record<Locale, Readonly<Record<ToldText, string>>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}

/** The first language the browser asks for that we speak; `no` and `nn` are read best in bokmål. */
export function preferredLanguage(): Locale {
  const read = navigator.languages.map((tag) => tag.toLowerCase().slice(0, 2))
  const known = read.map((tag) => (tag === 'no' || tag === 'nn' ? 'nb' : tag))
  return known.find(isLocale) ?? 'en'
}
