import type { FactField } from '#server/orientation/contract.ts'
import type { Language } from '../../language.tsx'

/** What a fact is called, with the language, country or component it is about. */
export function factLabel(field: FactField, language: Language): string {
  const { about, id } = field
  const key = about === '' ? id : id.slice(0, id.indexOf('.'))
  return language.sayIf(`fact.${key}`, { about: aboutWords(field, language) })
}

function aboutWords({ id, about }: FactField, { sayIf, locale }: Language): string {
  if (id.startsWith('phone.')) return languageName(about, locale)
  if (id.startsWith('licence.')) return sayIf(`option.${about}`)
  return about === '' ? '' : sayIf(`component.${about}`)
}

/** The name of a language in the reader's own. */
export function languageName(code: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code
}

/** What an option of a choice is called. */
export function optionLabel(
  field: FactField,
  option: string,
  { sayIf, locale }: Language,
): string {
  return field.id === 'languages'
    ? languageName(option, locale)
    : sayIf(`option.${option}`)
}

/** So many facts are named at once; of the rest, how many. */
const mostNamed = 5

/** The names of facts by their ids, in the order in which they are asked. */
export function factNames(
  ids: readonly string[],
  fields: readonly FactField[],
  language: Language,
): string {
  const names = fields
    .filter(({ id }) => ids.includes(id))
    .map((field) => factLabel(field, language))
  const all = [...new Set(names)]
  const more = all.length - mostNamed
  const named = more > 1 ? [...all.slice(0, mostNamed), `+${more}`] : all
  return new Intl.ListFormat(language.locale, { type: 'unit' }).format(named)
}
