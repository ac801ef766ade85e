import {
  type Draft,
  type DraftFormat,
  type DraftItem,
  type DraftOption,
  type DraftSection,
  type LeaveOut,
  leftOutList,
  questionCounter,
  type RawWording,
} from './draft.ts'
import {
  type Instrument,
  type InstrumentFormat,
  type InstrumentItem,
  type InstrumentOption,
  type InstrumentSection,
  instrumentLimits,
  itemsIn,
  type Wording,
} from './instrument.ts'
import { type LeftOut, UnreadableFile } from './left-out.ts'
import { type PlainText, plainText } from './plain-text.ts'
import { placeName, safeName, safeValue, uniqueNames } from './safe-names.ts'

export interface Settled {
  readonly instrument: Instrument
  readonly leftOut: readonly LeftOut[]
}

/** Cleans every text, and keeps what can be asked in the main language; names all the rest. */
export function settleDraft(draft: Draft): Settled {
  const { leave, list } = leftOutList()
  for (const { kind, where } of draft.leftOut) leave(kind, placeName(where))
  const settle: Settle = {
    main: draft.main,
    leave,
    makeId: uniqueNames(safeName),
    plain: remembered(plainText),
  }
  questionCounter()(draft.sections.reduce((sum, { items }) => sum + items.length, 0))
  const sections = draft.sections
    .map((section) => settleSection(section, settle))
    .filter(({ items }) => items.length > 0)
  const items = itemsIn({ sections })
  if (items.length === 0) throw new UnreadableFile('nothing-to-take')
  if (items.length > instrumentLimits.items) {
    throw new UnreadableFile('too-many-items', String(items.length))
  }
  const languages = completeLanguages(items, draft.main, leave)
  const title = besides(draft.title, 'title', settle) ?? {}
  return {
    instrument: inLanguages({ title, sections, languages }),
    leftOut: list(),
  }
}

interface Settle {
  readonly main: string
  readonly leave: LeaveOut
  readonly makeId: (name: string) => string
  /** the options of a grid are the same in each of its rows */
  readonly plain: (raw: string) => PlainText | undefined
}

function remembered<Result>(read: (raw: string) => Result): (raw: string) => Result {
  const known = new Map<string, Result>()
  return (raw) => {
    const before = known.get(raw)
    if (before !== undefined) return before
    const result = read(raw)
    known.set(raw, result)
    return result
  }
}

function settleSection(section: DraftSection, settle: Settle): InstrumentSection {
  const heading = besides(section.heading, section.where, settle)
  const lead = besides(section.lead, section.where, settle)
  const items = section.items.flatMap((item) => {
    const settled = settleItem(item, settle)
    return settled ? [settled] : []
  })
  return { ...(heading && { heading }), ...(lead && { lead }), items }
}

function settleItem(item: DraftItem, settle: Settle): InstrumentItem | undefined {
  const where = placeName(item.where)
  const title = cleaned(item.title, where, settle)
  if (!title) return undefined
  const format = settleFormat(item.format, where, settle)
  if (!format) return undefined
  const hint = besides(item.hint, item.where, settle)
  return { id: settle.makeId(item.name), title, ...(hint && { hint }), format }
}

function settleFormat(
  format: DraftFormat,
  where: string,
  settle: Settle,
): InstrumentFormat | undefined {
  if (format.kind === 'whole-number') return settleNumber(format, where, settle)
  const values = format.options.map(({ value }) => value)
  const areUnfit =
    values.length < (format.kind === 'one-of' ? 2 : 1) ||
    values.length > instrumentLimits.options ||
    new Set(values).size < values.length
  if (areUnfit) {
    settle.leave('options-unfit', where)
    return undefined
  }
  const makeValue = uniqueNames(safeValue)
  const settled = format.options.map((option) =>
    settleOption({ ...option, value: makeValue(option.value) }, where, settle),
  )
  if (!settled.every((option) => option !== undefined)) return undefined
  if (format.kind === 'one-of') return { kind: 'one-of', options: settled.map(alone) }
  const { atMost } = format
  const isLimit = atMost !== undefined && atMost >= 1 && atMost < settled.length
  return { kind: 'any-of', options: settled, ...(isLimit && { atMost }) }
}

/** Of one choice every option is exclusive: nothing to say. */
const alone = ({ value, text }: InstrumentOption): InstrumentOption => ({ value, text })

function settleOption(
  { value, text, exclusive }: DraftOption,
  where: string,
  settle: Settle,
): InstrumentOption | undefined {
  const words = cleaned(text, where, settle)
  if (!words) return undefined
  return { value, text: words, ...(exclusive && { exclusive: true }) }
}

function settleNumber(
  { from, to, fromText, toText }: DraftFormat & { readonly kind: 'whole-number' },
  where: string,
  settle: Settle,
): InstrumentFormat | undefined {
  if (!Number.isInteger(from) || !Number.isInteger(to)) {
    settle.leave('number-unlimited', where)
    return undefined
  }
  const [smallest, largest] = [from ?? 0, to ?? 0]
  if (largest <= smallest || largest - smallest > instrumentLimits.numberSteps) {
    settle.leave('number-wide', where)
    return undefined
  }
  const low = besides(fromText, where, settle)
  const high = besides(toText, where, settle)
  return {
    kind: 'whole-number',
    from: smallest,
    to: largest,
    ...(low && { fromText: low }),
    ...(high && { toText: high }),
  }
}

/** A text that a question cannot be without: where it cannot be taken, neither can the question. */
function cleaned(
  raw: RawWording,
  where: string,
  { main, leave, plain: read }: Settle,
): Wording | undefined {
  const texts = new Map<string, string>()
  for (const [language, words] of raw) {
    const plain = read(words)
    if (!plain || plain.text.length > instrumentLimits.textCharacters) {
      leave('text-too-long', where)
      return undefined
    }
    for (const loss of plain.lost) leave(loss, where)
    if (plain.lost.has('piping')) return undefined
    if (plain.text !== '') texts.set(language, plain.text)
  }
  if (!texts.has(main)) {
    leave('no-text', where)
    return undefined
  }
  return Object.fromEntries(texts)
}

/** A text beside a question, which can be without it. */
function besides(
  raw: RawWording | undefined,
  where: string,
  settle: Settle,
): Wording | undefined {
  if (!raw || [...raw.values()].every((text) => text.trim() === '')) return undefined
  const main = raw.has(settle.main) ? settle.main : ([...raw.keys()][0] ?? settle.main)
  const leave: LeaveOut = (kind, place) =>
    kind === 'text-too-long' || kind === 'no-text' || kind === 'piping'
      ? settle.leave('page-texts', place)
      : settle.leave(kind, place)
  return cleaned(raw, placeName(where), { ...settle, main, leave })
}

/** A number or a sign is the same in every language. */
const hasNoLetters = (text: string | undefined): boolean => !/\p{L}/u.test(text ?? '')

/** Languages that every question and every option exists in; the others are named. */
function completeLanguages(
  items: readonly InstrumentItem[],
  main: string,
  leave: LeaveOut,
): readonly string[] {
  const needed = items.flatMap(wordingsOf)
  const found = new Set(items.flatMap(({ title }) => Object.keys(title)))
  const complete = [...found].filter((language) =>
    needed.every((text) => Object.hasOwn(text, language) || hasNoLetters(text[main])),
  )
  for (const language of found) {
    if (!complete.includes(language)) leave('language-incomplete', language)
  }
  const others = complete.filter((language) => language !== main)
  for (const language of others.slice(instrumentLimits.languages)) {
    leave('language-incomplete', language)
  }
  return [main, ...others.slice(0, instrumentLimits.languages - 1)]
}

function wordingsOf({ title, format }: InstrumentItem): readonly Wording[] {
  if (format.kind === 'whole-number') return [title]
  return [title, ...format.options.map(({ text }) => text)]
}

/** The same instrument with no other languages than its own. */
function inLanguages(instrument: Instrument): Instrument {
  const [main = 'en'] = instrument.languages
  const only = (text: Wording): Wording =>
    Object.fromEntries(
      instrument.languages.flatMap((language) => {
        const words =
          text[language] ?? (hasNoLetters(text[main]) ? text[main] : undefined)
        return words ? [[language, words]] : []
      }),
    )
  return { ...instrument, ...mapWordings(instrument, only) }
}

function mapWordings(
  { title, sections }: Instrument,
  only: (text: Wording) => Wording,
): Pick<Instrument, 'title' | 'sections'> {
  const formatIn = (format: InstrumentFormat): InstrumentFormat => {
    if (format.kind === 'whole-number') {
      const { fromText, toText } = format
      return {
        ...format,
        ...(fromText && { fromText: only(fromText) }),
        ...(toText && { toText: only(toText) }),
      }
    }
    const options = format.options.map((option) => ({
      ...option,
      text: only(option.text),
    }))
    return { ...format, options }
  }
  return {
    title: only(title),
    sections: sections.map(({ heading, lead, items }) => ({
      ...(heading && { heading: only(heading) }),
      ...(lead && { lead: only(lead) }),
      items: items.map((item) => ({
        ...item,
        title: only(item.title),
        ...(item.hint && { hint: only(item.hint) }),
        format: formatIn(item.format),
      })),
    })),
  }
}
