import { isLocale, languageNames } from '../locale.ts'
import type {
  Instrument,
  InstrumentItem,
  InstrumentOption,
  InstrumentSection,
  Wording,
} from './instrument.ts'
import { writeWorkbook } from './write-workbook.ts'

type Rows = readonly (readonly string[])[]

/** An instrument as an XLSForm (.xlsx), as ODK, KoboToolbox and others read it, in all languages. */
export function writeXlsForm(instrument: Instrument): Uint8Array<ArrayBuffer> {
  const { title, languages, sections } = instrument
  const [main = 'en'] = languages
  const lists = listsOf(instrument)
  const labels = languages.map((language) => `label::${named(language)}`)
  const hints = languages.map((language) => `hint::${named(language)}`)
  return writeWorkbook([
    {
      name: 'survey',
      rows: [
        ['type', 'name', ...labels, ...hints, 'relevant', 'constraint', 'parameters'],
        ...sections.flatMap((section, index) => rowsOf(section, index, languages, lists)),
      ],
    },
    {
      name: 'choices',
      rows: [['list_name', 'name', ...labels], ...choiceRows(lists, languages)],
    },
    {
      name: 'settings',
      rows: [
        ['form_title', 'form_id', 'default_language'],
        [title[main] ?? '', 'questionnaire', named(main)],
      ],
    },
  ])
}

/** `Svenska (sv)` */
const named = (language: string): string =>
  `${isLocale(language) ? languageNames[language] : language} (${language})`

interface List {
  readonly name: string
  readonly options: readonly Pick<InstrumentOption, 'value' | 'text'>[]
}

/** The list of options of each question that has one; questions on one scale share theirs. */
function listsOf({ sections }: Instrument): ReadonlyMap<InstrumentItem, List> {
  const bySame = new Map<string, List>()
  const lists = new Map<InstrumentItem, List>()
  for (const item of sections.flatMap(({ items }) => items)) {
    const options = labelled(item).map(({ value, text }) => ({ value, text }))
    if (options.length === 0) continue
    const same = JSON.stringify(options)
    const list = bySame.get(same) ?? { name: `list_${bySame.size + 1}`, options }
    bySame.set(same, list)
    lists.set(item, list)
  }
  return lists
}

/** Options, or what the ends of a scale of numbers mean. */
function labelled({ format }: InstrumentItem): List['options'] {
  if (format.kind !== 'whole-number') return format.options
  const { from, to, fromText, toText } = format
  return [
    ...(fromText ? [{ value: String(from), text: fromText }] : []),
    ...(toText ? [{ value: String(to), text: toText }] : []),
  ]
}

function rowsOf(
  { heading, lead, items }: InstrumentSection,
  index: number,
  languages: readonly string[],
  lists: ReadonlyMap<InstrumentItem, List>,
): Rows {
  const wordsOf = (text?: Wording) => languages.map((language) => text?.[language] ?? '')
  const group = `section_${index + 1}`
  return [
    ['begin_group', group, ...wordsOf(heading)],
    ...(lead ? [['note', `${group}_lead`, ...wordsOf(lead)]] : []),
    ...items.map((item) => [
      typeOf(item, lists.get(item)),
      item.id,
      ...wordsOf(item.title),
      ...wordsOf(item.hint),
      relevant(item),
      constraint(item),
      parameters(item, lists.get(item)),
    ]),
    ['end_group', group],
  ]
}

function typeOf({ format }: InstrumentItem, list: List | undefined): string {
  if (format.kind === 'whole-number') return 'range'
  return `${format.kind === 'one-of' ? 'select_one' : 'select_multiple'} ${list?.name}`
}

function parameters({ format }: InstrumentItem, list: List | undefined): string {
  if (format.kind !== 'whole-number') return ''
  const ends = list ? ` tick_labelset=${list.name}` : ''
  return `start=${format.from} end=${format.to} step=1${ends}`
}

function relevant({ shownWhen }: InstrumentItem): string {
  if (!shownWhen) return ''
  return shownWhen.isAnyOf
    .map((option) => `selected(\${${shownWhen.item}}, '${option}')`)
    .join(' or ')
}

function constraint({ format }: InstrumentItem): string {
  if (format.kind !== 'any-of') return ''
  const most =
    format.atMost === undefined ? [] : [`count-selected(.) <= ${format.atMost}`]
  const alone = format.options.flatMap(({ value, exclusive }) =>
    exclusive ? [`not(selected(., '${value}') and count-selected(.) > 1)`] : [],
  )
  return [...most, ...alone].join(' and ')
}

function choiceRows(
  lists: ReadonlyMap<InstrumentItem, List>,
  languages: readonly string[],
): Rows {
  return [...new Set(lists.values())].flatMap(({ name, options }) =>
    options.map(({ value, text }) => [
      name,
      value,
      ...languages.map((language) => text[language] ?? ''),
    ]),
  )
}
