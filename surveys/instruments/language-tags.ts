import { isLocale } from '../locale.ts'

/** Languages as forms name them where they give no tag. */
const byName: ReadonlyMap<string, string> = new Map([
  ['english', 'en'],
  ['svenska', 'sv'],
  ['swedish', 'sv'],
  ['norsk', 'nb'],
  ['norsk bokmål', 'nb'],
  ['bokmål', 'nb'],
  ['norwegian', 'nb'],
  ['nederlands', 'nl'],
  ['dutch', 'nl'],
  ['română', 'ro'],
  ['romana', 'ro'],
  ['romanian', 'ro'],
  ['deutsch', 'de'],
  ['german', 'de'],
  ['français', 'fr'],
  ['french', 'fr'],
  ['español', 'es'],
  ['spanish', 'es'],
  ['suomi', 'fi'],
  ['finnish', 'fi'],
  ['dansk', 'da'],
  ['danish', 'da'],
  ['polski', 'pl'],
  ['polish', 'pl'],
])

/**
 * The tag of a language as a file names it: `EN`, `nb-NO`, `English (en)`, `Svenska`. Our own
 * languages lose their region; `no` and `nn` are read as bokmål.
 */
export function languageTag(named: string): string | undefined {
  const text = named.trim().toLowerCase().replaceAll('_', '-')
  const [, inBrackets] = /\(([a-z]{2,3}(?:-[a-z0-9]{2,8})?)\)$/.exec(text) ?? []
  const tag = inBrackets ?? byName.get(text) ?? text
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}$/.test(tag)) return undefined
  const [language = tag] = tag.split('-')
  if (language === 'no' || language === 'nn') return 'nb'
  return isLocale(language) ? language : tag
}
