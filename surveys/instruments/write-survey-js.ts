import type {
  Instrument,
  InstrumentItem,
  InstrumentOption,
  InstrumentSection,
  Wording,
} from './instrument.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * An instrument as the JSON of a SurveyJS form, in all its languages. Markup cannot come to life
 * there: SurveyJS shows texts as they are unless a page switches that off.
 */
export function writeSurveyJs(instrument: Instrument): string {
  const [main = 'en'] = instrument.languages
  const words = wordsFor(main)
  const form: Json = {
    title: words(instrument.title),
    locale: surveyLocale(main),
    pages: instrument.sections.map((section, index) => pageOf(section, index, words)),
  }
  return `${JSON.stringify(form, null, 2)}\n`
}

type Words = (text: Wording) => unknown

/** SurveyJS knows Norwegian bokmål as `no`. */
const surveyLocale = (language: string): string => (language === 'nb' ? 'no' : language)

/** The main language is the default of each text, unless it stands alone. */
const wordsFor =
  (main: string): Words =>
  (text) => {
    const entries = Object.entries(text)
    if (entries.length === 1 && entries[0]?.[0] === main) return entries[0][1]
    return Object.fromEntries(
      entries.map(([language, words]) => [
        language === main ? 'default' : surveyLocale(language),
        words,
      ]),
    )
  }

function pageOf(
  { heading, lead, items }: InstrumentSection,
  index: number,
  words: Words,
): Json {
  return {
    name: `page${index + 1}`,
    ...(heading && { title: words(heading) }),
    ...(lead && { description: words(lead) }),
    elements: items.map((item) => questionOf(item, words)),
  }
}

function questionOf(item: InstrumentItem, words: Words): Json {
  const { id, title, hint, shownWhen } = item
  return {
    ...formatOf(item, words),
    name: id,
    title: words(title),
    ...(hint && { description: words(hint) }),
    ...(shownWhen && {
      visibleIf: shownWhen.isAnyOf
        .map((option) => `{${shownWhen.item}} = '${option}'`)
        .join(' or '),
    }),
  }
}

function formatOf({ format }: InstrumentItem, words: Words): Json {
  switch (format.kind) {
    case 'one-of':
      return { type: 'radiogroup', choices: choicesOf(format.options, words) }
    case 'any-of':
      return {
        type: 'checkbox',
        choices: choicesOf(format.options, words),
        ...(format.atMost !== undefined && { maxSelectedChoices: format.atMost }),
      }
    case 'whole-number':
      return {
        type: 'rating',
        rateMin: format.from,
        rateMax: format.to,
        ...(format.fromText && { minRateDescription: words(format.fromText) }),
        ...(format.toText && { maxRateDescription: words(format.toText) }),
      }
  }
}

const choicesOf = (options: readonly InstrumentOption[], words: Words): readonly Json[] =>
  options.map(({ value, text, exclusive }) => ({
    value,
    text: words(text),
    ...(exclusive && { isExclusive: true }),
  }))
