import type {
  DraftFormat,
  DraftItem,
  DraftOption,
  LeaveOut,
  RawWording,
} from './draft.ts'
import {
  asText,
  field,
  isObject,
  isSet,
  type JsonObject,
  listIn,
  numberIn,
  objectIn,
  textIn,
} from './json.ts'
import { languageTag } from './language-tags.ts'
import type { LeftOutKind } from './left-out.ts'

/** What a question of Qualtrics comes to: one item, or the rows of a grid below a sentence. */
export interface ReadQuestion {
  readonly lead?: RawWording
  readonly items: readonly DraftItem[]
}

export interface Reading {
  readonly main: string
  readonly leave: LeaveOut
  /** counts questions, and stops where they are too many */
  readonly count: (more: number) => void
}

const unread: ReadonlyMap<string, LeftOutKind> = new Map([
  ['RO', 'ranking'],
  ['PGR', 'ranking'],
  ['FileUpload', 'file-upload'],
  ['Draw', 'file-upload'],
  ['HotSpot', 'picture-question'],
  ['HeatMap', 'picture-question'],
  ['HL', 'picture-question'],
  ['SBS', 'repeat'],
  ['Timing', 'respondent-data'],
  ['Meta', 'respondent-data'],
  ['Captcha', 'respondent-data'],
])

const many = ['MAVR', 'MAHR', 'MACOL', 'MSB']
const one = ['SAVR', 'SAHR', 'SACOL', 'DL', 'SB', 'NPS']

const none: ReadQuestion = { items: [] }
/** So many count as much as a thousand questions. */
const mostChoicesOfQuestion = 10

export function readQualtricsQuestion(
  question: JsonObject,
  reading: Reading,
): ReadQuestion {
  const { leave, count } = reading
  count(1)
  const where = textIn(question, 'DataExportTag') || textIn(question, 'QuestionID')
  const kind = unreadKind(question)
  if (kind) {
    leave(kind, where)
    return none
  }
  leaveBesides(question, where, leave)
  switch (textIn(question, 'QuestionType')) {
    case 'MC':
      return readChoice(question, where, reading)
    case 'Matrix':
      return readMatrix(question, where, reading)
    case 'Slider':
      return readSliders(question, where, reading)
    case 'TE':
      return readNumber(question, where, reading)
    default:
      leave('unknown-kind', where)
      return none
  }
}

function unreadKind(question: JsonObject): LeftOutKind | undefined {
  const type = textIn(question, 'QuestionType')
  if (type === 'DB')
    return textIn(question, 'Selector') === 'GRB' ? 'picture' : 'information'
  if (isSet(question, 'DynamicChoices') && !isSet(question, 'Choices'))
    return 'remote-choices'
  const { Hidden: hidden } = objectIn(question, 'DataVisibility')
  if (hidden === true) return 'hidden'
  return unread.get(type)
}

function leaveBesides(question: JsonObject, where: string, leave: LeaveOut): void {
  if (isSet(question, 'DisplayLogic') || isSet(question, 'InPageDisplayLogic')) {
    leave('logic', where)
  }
  if (isSet(question, 'DynamicChoices')) leave('logic', where)
  if (isSet(question, 'QuestionJS')) leave('script', where)
  if (isSet(question, 'DefaultChoices')) leave('default-answer', where)
  if (isSet(question, 'GradingData')) leave('scoring', where)
  const random = textIn(objectIn(question, 'Randomization'), 'Type')
  if (random !== '' && random !== 'None') leave('random-order', where)
  const settings = objectIn(objectIn(question, 'Validation'), 'Settings')
  const isForced = ['ON', 'RequestResponse'].includes(textIn(settings, 'ForceResponse'))
  if (isForced || isSet(settings, 'CustomValidation')) leave('validation', where)
}

function readChoice(question: JsonObject, where: string, reading: Reading): ReadQuestion {
  const selector = textIn(question, 'Selector')
  const isMany = many.includes(selector)
  if (!isMany && !one.includes(selector)) {
    reading.leave('unknown-kind', where)
    return none
  }
  const options = optionsOf(question, 'Choices', where, reading)
  const format: DraftFormat = isMany
    ? { kind: 'any-of', options, atMost: mostChoices(question) }
    : { kind: 'one-of', options: options.map(({ value, text }) => ({ value, text })) }
  return { items: [itemOf(question, where, format, reading)] }
}

function mostChoices(question: JsonObject): number | undefined {
  const settings = objectIn(objectIn(question, 'Validation'), 'Settings')
  return numberIn(settings, 'MaxChoices')
}

/** The rows of a grid are its choices, and their options its answers. */
function readMatrix(question: JsonObject, where: string, reading: Reading): ReadQuestion {
  const isLikert = textIn(question, 'Selector') === 'Likert'
  const sub = textIn(question, 'SubSelector')
  if (!isLikert || !['SingleAnswer', 'MultipleAnswer', 'DL', 'DND', ''].includes(sub)) {
    reading.leave(
      sub.startsWith('Short') || isTextMatrix(question) ? 'free-text' : 'unknown-kind',
      where,
    )
    return none
  }
  const options = optionsOf(question, 'Answers', where, reading)
  const format: DraftFormat =
    sub === 'MultipleAnswer'
      ? { kind: 'any-of', options }
      : { kind: 'one-of', options: options.map(({ value, text }) => ({ value, text })) }
  return {
    lead: wordsOf(question, where, reading),
    items: rowsOf(question, where, format, reading),
  }
}

const isTextMatrix = (question: JsonObject): boolean =>
  textIn(question, 'Selector') === 'TE'

/** Each statement of a slider is a number of its own. */
function readSliders(
  question: JsonObject,
  where: string,
  reading: Reading,
): ReadQuestion {
  const configuration = objectIn(question, 'Configuration')
  const isWhole = (numberIn(configuration, 'NumDecimals') ?? 0) === 0
  const format: DraftFormat = {
    kind: 'whole-number',
    from: isWhole ? numberIn(configuration, 'CSSliderMin') : undefined,
    to: numberIn(configuration, 'CSSliderMax'),
  }
  return {
    lead: wordsOf(question, where, reading),
    items: rowsOf(question, where, format, reading),
  }
}

function rowsOf(
  question: JsonObject,
  where: string,
  format: DraftFormat,
  reading: Reading,
): readonly DraftItem[] {
  const rows = optionsOf(question, 'Choices', where, reading)
  reading.count(rows.length)
  return rows.map(({ value, text }) => ({
    name: `${where}-${value}`,
    where: `${where} / ${value}`,
    title: text,
    format,
  }))
}

/** A field for text is a number where it takes nothing else; otherwise anything may be written. */
function readNumber(question: JsonObject, where: string, reading: Reading): ReadQuestion {
  const settings = objectIn(objectIn(question, 'Validation'), 'Settings')
  const isNumber = textIn(settings, 'ContentType') === 'ValidNumber'
  if (!isNumber || textIn(question, 'Selector') !== 'SL') {
    reading.leave('free-text', where)
    return none
  }
  const limits = { ...settings, ...objectIn(settings, 'ValidNumber') }
  const isWhole = (numberIn(limits, 'NumDecimals') ?? 0) === 0
  const format: DraftFormat = {
    kind: 'whole-number',
    from: isWhole ? numberIn(limits, 'Min') : undefined,
    to: numberIn(limits, 'Max'),
  }
  return { items: [itemOf(question, where, format, reading)] }
}

const itemOf = (
  question: JsonObject,
  where: string,
  format: DraftFormat,
  reading: Reading,
): DraftItem => ({ name: where, where, title: wordsOf(question, where, reading), format })

/** The text of a question in the main language, and in those it is translated into. */
function wordsOf(question: JsonObject, where: string, reading: Reading): RawWording {
  const texts = new Map([[reading.main, textIn(question, 'QuestionText')]])
  for (const [language, words] of translations(question, where, reading)) {
    texts.set(language, textIn(words, 'QuestionText'))
  }
  return texts
}

/** What a question says in other languages than the main one. */
function translations(
  question: JsonObject,
  where: string,
  { main, leave }: Reading,
): ReadonlyMap<string, JsonObject> {
  const found = new Map<string, JsonObject>()
  for (const [name, words] of Object.entries(objectIn(question, 'Language'))) {
    const language = languageTag(name)
    if (!language) leave('language-unknown', `${where}: ${name}`)
    else if (isObject(words) && language !== main && !found.has(language)) {
      found.set(language, words)
    }
  }
  return found
}

function optionsOf(
  question: JsonObject,
  key: 'Choices' | 'Answers',
  where: string,
  reading: Reading,
): readonly DraftOption[] {
  const choices = choicesIn(question, key)
  reading.count(choices.size / mostChoicesOfQuestion)
  const others = [...translations(question, where, reading)].map(
    ([language, words]) => [language, choicesIn(words, key)] as const,
  )
  const order = listIn(question, key === 'Choices' ? 'ChoiceOrder' : 'AnswerOrder').map(
    asText,
  )
  const ids =
    order.length > 0 ? order.filter((id) => choices.has(id)) : [...choices.keys()]
  const recoded = objectIn(question, 'RecodeValues')
  return [...new Set(ids)].map((id) => {
    const choice = choices.get(id) ?? {}
    leaveChoice(choice, where, reading.leave)
    const text = new Map([[reading.main, textIn(choice, 'Display')]])
    for (const [language, words] of others) {
      text.set(language, textIn(words.get(id) ?? {}, 'Display'))
    }
    const isRecoded = key === 'Answers' || textIn(question, 'QuestionType') === 'MC'
    return {
      value: (isRecoded && textIn(recoded, id)) || id,
      text,
      exclusive: isSet(choice, 'ExclusiveAnswer'),
    }
  })
}

/** An object by number, or a list that begins with 1 where the numbers have no gap. */
function choicesIn(words: JsonObject, key: string): ReadonlyMap<string, JsonObject> {
  const found = field(words, key)
  const entries = Array.isArray(found)
    ? found.map((choice, index) => [String(index + 1), choice] as const)
    : Object.entries(isObject(found) ? found : {})
  return new Map(
    entries.flatMap(([id, choice]) => (isObject(choice) ? [[id, choice] as const] : [])),
  )
}

function leaveChoice(choice: JsonObject, where: string, leave: LeaveOut): void {
  if (isSet(choice, 'TextEntry')) leave('other-option', where)
  if (isSet(choice, 'DisplayLogic')) leave('logic', where)
  if (isSet(choice, 'Image')) leave('picture', where)
}
