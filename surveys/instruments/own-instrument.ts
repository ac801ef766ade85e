import { type Locale, locales } from '../locale.ts'
import {
  type AnswerFormat,
  type Item,
  optionKey,
  optionsOf,
  type Questionnaire,
} from '../questionnaire.ts'
import type { Texts } from '../say.ts'
import type {
  Instrument,
  InstrumentFormat,
  InstrumentItem,
  Wording,
} from './instrument.ts'

/** One of our own questionnaires as it travels to other tools, in all languages. */
export function instrumentOf(
  { parts }: Pick<Questionnaire, 'parts'>,
  texts: Readonly<Record<Locale, Texts>>,
  title: Wording,
): Instrument {
  const word: Word = (key) => {
    const found = locales.flatMap((locale) => {
      const text = texts[locale][key]
      return text === undefined ? [] : [[locale, text] as const]
    })
    return found.length > 0 ? Object.fromEntries(found) : undefined
  }
  const sections = parts.flatMap((part) =>
    part.sections.map(({ leadId, items }, index) => {
      const heading = index === 0 ? word(`part.${part.id}`) : undefined
      const lead = leadId === undefined ? undefined : word(`lead.${leadId}`)
      return {
        ...(heading && { heading }),
        ...(lead && { lead }),
        items: items.map((item) => itemOf(item, word)),
      }
    }),
  )
  return { title, languages: locales, sections }
}

type Word = (key: string) => Wording | undefined

function itemOf(item: Item, word: Word): InstrumentItem {
  const { id, titleKey, shownWhen } = item
  return {
    id,
    title: word(titleKey ?? `item.${id}`) ?? {},
    format: formatOf(item, word),
    ...(shownWhen && { shownWhen }),
  }
}

function formatOf(item: Item, word: Word): InstrumentFormat {
  const { format } = item
  if (format.kind === 'whole-number') {
    const fromText = word(`scale.${item.id}.from`)
    const toText = word(`scale.${item.id}.to`)
    return { ...format, ...(fromText && { fromText }), ...(toText && { toText }) }
  }
  const alone = format.kind === 'any-of' ? (format.exclusive ?? []) : []
  const options = optionsOf(format).map((value) => ({
    value,
    text: word(optionKey(item, value)) ?? {},
    ...(alone.includes(value) && { exclusive: true as const }),
  }))
  return {
    kind: format.kind === 'any-of' ? 'any-of' : 'one-of',
    options,
    ...limitOf(format),
  }
}

const limitOf = (format: AnswerFormat): { readonly atMost?: number } =>
  format.kind === 'any-of' && format.atMost !== undefined ? { atMost: format.atMost } : {}
