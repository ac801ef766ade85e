import type { Locale } from '../locale.ts'
import type { AnswerFormat, Item, Part } from '../questionnaire.ts'
import type { Texts } from '../say.ts'
import type { Instrument, InstrumentFormat, InstrumentItem } from './instrument.ts'

/** An instrument as a part of our own questionnaire, and its sentences in one language. */
export interface AskedInstrument {
  readonly part: Part
  readonly texts: Texts
}

/**
 * Turns an imported instrument into a part that the employee's page can ask. Its ids begin with
 * `id`, so that no name in a file can meet one of our own questions; its items measure no
 * construct of ours. Whether it may be asked is for `obstacleToAsking` to say.
 *
 * @param id of the part, such as `imported-1`
 * @throws RangeError when the instrument is not complete in the language
 */
export function partOfInstrument(
  { title, languages, sections }: Instrument,
  id: string,
  locale: Locale,
): AskedInstrument {
  if (!languages.includes(locale))
    throw new RangeError(`the instrument is not in ${locale}`)
  const texts = new Map([[`part.${id}`, title[locale] ?? '']])
  const put = (key: string, text: string | undefined): void => {
    if (text) texts.set(key, text)
  }
  const made = sections.map(({ heading, lead, items }, index) => {
    const leadId = `${id}.${index + 1}`
    const above = [heading?.[locale], lead?.[locale]].filter((text) => text).join('. ')
    put(`lead.${leadId}`, above)
    return {
      ...(above !== '' && { leadId }),
      items: items.map((item) => itemOf(item, id, locale, put)),
    }
  })
  return { part: { id, sections: made }, texts: Object.fromEntries(texts) }
}

function itemOf(
  { id: name, title, hint, format }: InstrumentItem,
  part: string,
  locale: Locale,
  put: (key: string, text: string | undefined) => void,
): Item {
  const id = `${part}.${name}`
  put(`item.${id}`, [title[locale], hint?.[locale]].filter((text) => text).join(' '))
  if (format.kind === 'whole-number') {
    const { from, to, fromText, toText } = format
    if (fromText?.[locale] && toText?.[locale]) {
      put(`scale.${id}.from`, fromText[locale])
      put(`scale.${id}.to`, toText[locale])
    }
    return { id, format: { kind: 'whole-number', from, to } }
  }
  for (const { value, text } of format.options) put(`option.${id}.${value}`, text[locale])
  return { id, format: answerFormat(format) }
}

function answerFormat(
  format: Exclude<InstrumentFormat, { readonly kind: 'whole-number' }>,
): AnswerFormat {
  const options = format.options.map(({ value }) => value)
  if (format.kind === 'one-of') return { kind: 'one-of', options }
  const exclusive = format.options.flatMap((option) =>
    option.exclusive ? [option.value] : [],
  )
  const { atMost } = format
  return {
    kind: 'any-of',
    options,
    ...(exclusive.length > 0 && { exclusive }),
    ...(atMost !== undefined && { atMost }),
  }
}
