import type {
  Draft,
  DraftFormat,
  DraftItem,
  DraftOption,
  DraftSection,
  LeaveOut,
  RawWording,
} from './draft.ts'
import { leftOutList, questionCounter } from './draft.ts'
import {
  asText,
  field,
  isObject,
  isSet,
  type JsonObject,
  listIn,
  numberIn,
  textIn,
} from './json.ts'
import { languageTag } from './language-tags.ts'
import { type LeftOutKind, UnreadableFile } from './left-out.ts'
import { SectionWriter } from './section-writer.ts'
import { standardWord } from './standard-words.ts'

interface Reading {
  readonly main: string
  readonly leave: LeaveOut
  readonly writer: SectionWriter
  readonly count: (more: number) => void
}

const deepest = 10

/** Questions that are not read, and why. */
const unread: ReadonlyMap<string, LeftOutKind> = new Map([
  ['comment', 'free-text'],
  ['multipletext', 'free-text'],
  ['signaturepad', 'file-upload'],
  ['file', 'file-upload'],
  ['ranking', 'ranking'],
  ['imagepicker', 'picture-question'],
  ['imagemap', 'picture-question'],
  ['image', 'picture'],
  ['html', 'information'],
  ['expression', 'calculation'],
  ['matrixdropdown', 'repeat'],
  ['matrixdynamic', 'repeat'],
  ['paneldynamic', 'repeat'],
])

/** What stands at a question or the survey and is not taken over. */
const besides: readonly (readonly [string, LeftOutKind])[] = [
  ['visibleIf', 'logic'],
  ['enableIf', 'logic'],
  ['requiredIf', 'logic'],
  ['setValueIf', 'logic'],
  ['setValueExpression', 'logic'],
  ['resetValueIf', 'logic'],
  ['choicesVisibleIf', 'logic'],
  ['choicesEnableIf', 'logic'],
  ['rowsVisibleIf', 'logic'],
  ['columnsVisibleIf', 'logic'],
  ['triggers', 'logic'],
  ['calculatedValues', 'calculation'],
  ['defaultValueExpression', 'default-answer'],
  ['defaultValue', 'default-answer'],
  ['correctAnswer', 'scoring'],
  ['isRequired', 'validation'],
  ['validators', 'validation'],
  ['hasComment', 'other-option'],
  ['showCommentArea', 'other-option'],
  ['hasOther', 'other-option'],
  ['showOtherItem', 'other-option'],
  ['completedHtml', 'page-texts'],
  ['completedHtmlOnCondition', 'page-texts'],
  ['startSurveyText', 'page-texts'],
  ['logo', 'picture'],
  ['backgroundImage', 'picture'],
]

/** Reads the JSON of a SurveyJS form; the version of the library does not matter for what is read. */
export function readSurveyJs(survey: JsonObject): Draft {
  const main = languageTag(textIn(survey, 'locale')) ?? 'en'
  const { leave, list } = leftOutList()
  const reading: Reading = {
    main,
    leave,
    writer: new SectionWriter(leave),
    count: questionCounter(),
  }
  leaveBesides(survey, 'survey', leave)
  const pages = listIn(survey, 'pages').filter(isObject)
  for (const [index, page] of pages.entries()) {
    readPanel(page, textIn(page, 'name') || `page ${index + 1}`, reading, 0)
  }
  if (elementsOf(survey).length > 0) readPanel(survey, 'survey', reading, 0, true)
  return {
    title: wordingOf(field(survey, 'title'), main, leave, 'title'),
    main,
    sections: reading.writer.sections(),
    leftOut: list(),
  }
}

const elementsOf = (parent: JsonObject): readonly unknown[] =>
  ['elements', 'questions'].flatMap((key) => listIn(parent, key))

function leaveBesides(object: JsonObject, where: string, leave: LeaveOut): void {
  for (const [key, kind] of besides) if (isSet(object, key)) leave(kind, where)
  if (textIn(object, 'choicesOrder') === 'random') leave('random-order', where)
  const order = textIn(object, 'questionsOrder') || textIn(object, 'questionOrder')
  if (order === 'random' || textIn(object, 'rowsOrder') === 'random')
    leave('random-order', where)
}

/** A page or panel: one section for its questions, and one for each grid in it. */
function readPanel(
  panel: JsonObject,
  where: string,
  reading: Reading,
  depth: number,
  isSurvey = false,
): void {
  if (depth > deepest) throw new UnreadableFile('too-deep', where)
  const { main, leave, writer } = reading
  if (!isSurvey) leaveBesides(panel, where, leave)
  const above = isSurvey
    ? {}
    : {
        heading: wordingOf(field(panel, 'title'), main, leave, where),
        lead: wordingOf(field(panel, 'description'), main, leave, where),
      }
  writer.begin(above, where)
  for (const [index, element] of elementsOf(panel).filter(isObject).entries()) {
    readElement(
      element,
      textIn(element, 'name') || `${where} ${index + 1}`,
      reading,
      depth,
    )
  }
}

function readElement(
  element: JsonObject,
  name: string,
  reading: Reading,
  depth: number,
): void {
  reading.count(1)
  switch (textIn(element, 'type').toLowerCase()) {
    case 'panel':
    case 'flowpanel':
      readPanel(element, name, reading, depth + 1)
      reading.writer.begin({}, name)
      return
    case 'matrix':
      reading.writer.addGrid(readMatrix(element, name, reading))
      return
    default: {
      const item = readQuestion(element, name, reading)
      if (item) reading.writer.add([item])
    }
  }
}

function readQuestion(
  question: JsonObject,
  name: string,
  { main, leave }: Reading,
): DraftItem | undefined {
  const type = textIn(question, 'type').toLowerCase()
  const known = unread.get(type)
  if (known) {
    leave(known, name)
    return undefined
  }
  const format = formatOf(question, type, name, { main, leave })
  if (!format) return undefined
  leaveBesides(question, name, leave)
  const titled = wordingOf(field(question, 'title'), main, leave, name)
  return {
    name: textIn(question, 'valueName') || name,
    where: name,
    title: titled.size > 0 ? titled : new Map([[main, name]]),
    hint: wordingOf(field(question, 'description'), main, leave, name),
    format,
  }
}

type Words = Pick<Reading, 'main' | 'leave'>

function formatOf(
  question: JsonObject,
  type: string,
  name: string,
  words: Words,
): DraftFormat | undefined {
  switch (type) {
    case 'radiogroup':
    case 'dropdown':
    case 'buttongroup':
    case 'checkbox':
    case 'tagbox':
      return choiceFormat(question, type, name, words)
    case 'boolean':
      return { kind: 'one-of', options: yesAndNo(question, name, words) }
    case 'rating':
      return ratingFormat(question, name, words)
    case 'slider':
      return numberFormat(question)
    case 'text':
      return textFormat(question, name, words)
    default:
      words.leave('unknown-kind', name)
      return undefined
  }
}

function choiceFormat(
  question: JsonObject,
  type: string,
  name: string,
  words: Words,
): DraftFormat | undefined {
  if (isSet(question, 'choicesByUrl') || isSet(question, 'choicesFromQuestion')) {
    words.leave('remote-choices', name)
    return undefined
  }
  const isMany = type === 'checkbox' || type === 'tagbox'
  const options = [
    ...optionsOf(listIn(question, 'choices'), name, words),
    ...addedOption(question, 'none', words, isMany),
    ...addedOption(question, 'dontKnow', words, isMany),
  ]
  if (!isMany) return { kind: 'one-of', options }
  return { kind: 'any-of', options, atMost: numberIn(question, 'maxSelectedChoices') }
}

/** Options that the form adds by a switch instead of naming them. */
function addedOption(
  question: JsonObject,
  which: 'none' | 'dontKnow',
  { main, leave }: Words,
  exclusive: boolean,
): readonly DraftOption[] {
  const name = `${which[0]?.toUpperCase()}${which.slice(1)}`
  if (!isSet(question, `show${name}Item`) && !isSet(question, `has${name}`)) return []
  const own = wordingOf(field(question, `${which}Text`), main, leave, which)
  const usual = standardWord(which === 'none' ? 'none' : 'dont-know')
  return [{ value: which.toLowerCase(), text: own.size > 0 ? own : usual, exclusive }]
}

function optionsOf(
  choices: readonly unknown[],
  where: string,
  { main, leave }: Words,
): readonly DraftOption[] {
  return choices.map((choice) => {
    if (!isObject(choice)) {
      return { value: asText(choice), text: new Map([[main, asText(choice)]]) }
    }
    if (isSet(choice, 'visibleIf') || isSet(choice, 'enableIf')) leave('logic', where)
    if (isSet(choice, 'imageLink')) leave('picture', where)
    const value = textIn(choice, 'value')
    const text = wordingOf(field(choice, 'text'), main, leave, where)
    return {
      value,
      text: text.size > 0 ? text : new Map([[main, value]]),
      exclusive: field(choice, 'isExclusive') === true,
    }
  })
}

function yesAndNo(
  question: JsonObject,
  name: string,
  { main, leave }: Words,
): DraftOption[] {
  return (['yes', 'no'] as const).map((word) => {
    const isYes = word === 'yes'
    const own = wordingOf(
      field(question, isYes ? 'labelTrue' : 'labelFalse'),
      main,
      leave,
      name,
    )
    const value = textIn(question, isYes ? 'valueTrue' : 'valueFalse') || word
    return { value, text: own.size > 0 ? own : standardWord(word) }
  })
}

function ratingFormat(
  question: JsonObject,
  name: string,
  words: Words,
): DraftFormat | undefined {
  const values = listIn(question, 'rateValues')
  if (values.length > 0)
    return { kind: 'one-of', options: optionsOf(values, name, words) }
  const step = numberIn(question, 'rateStep') ?? 1
  if (step !== 1) {
    words.leave('number-unlimited', name)
    return undefined
  }
  const from = numberIn(question, 'rateMin') ?? 1
  const to =
    numberIn(question, 'rateMax') ?? from + (numberIn(question, 'rateCount') ?? 5) - 1
  const { main, leave } = words
  return {
    kind: 'whole-number',
    from,
    to,
    fromText: wordingOf(field(question, 'minRateDescription'), main, leave, name),
    toText: wordingOf(field(question, 'maxRateDescription'), main, leave, name),
  }
}

function textFormat(
  question: JsonObject,
  name: string,
  words: Words,
): DraftFormat | undefined {
  const type = textIn(question, 'inputType')
  if (type === 'number' || type === 'range') return numberFormat(question)
  const isDate = ['date', 'datetime', 'datetime-local', 'month', 'time', 'week'].includes(
    type,
  )
  words.leave(isDate ? 'date' : 'free-text', name)
  return undefined
}

function numberFormat(question: JsonObject): DraftFormat {
  const limits = listIn(question, 'validators')
    .filter(isObject)
    .find((validator) => textIn(validator, 'type') === 'numeric')
  return {
    kind: 'whole-number',
    from: numberIn(question, 'min') ?? (limits && numberIn(limits, 'minValue')),
    to: numberIn(question, 'max') ?? (limits && numberIn(limits, 'maxValue')),
  }
}

/** A grid of one scale: each row is a question with the same options. */
function readMatrix(matrix: JsonObject, name: string, reading: Reading): DraftSection {
  const { main, leave } = reading
  reading.count(listIn(matrix, 'rows').length)
  leaveBesides(matrix, name, leave)
  const options = optionsOf(listIn(matrix, 'columns'), name, { main, leave })
  const rows = optionsOf(listIn(matrix, 'rows'), name, { main, leave })
  if (rows.length === 0) leave('options-unfit', name)
  return {
    lead: wordingOf(field(matrix, 'title'), main, leave, name),
    where: name,
    items: rows.map(({ value, text }) => ({
      name: `${name}-${value}`,
      where: `${name} / ${value}`,
      title: text,
      format: { kind: 'one-of', options },
    })),
  }
}

/** A text, or one for each language; `default` is the language of the survey. */
function wordingOf(
  value: unknown,
  main: string,
  leave: LeaveOut,
  where: string,
): RawWording {
  if (!isObject(value)) {
    const text = asText(value)
    return text === '' ? new Map() : new Map([[main, text]])
  }
  const texts = new Map<string, string>()
  for (const [key, text] of Object.entries(value)) {
    const language = key === 'default' ? main : languageTag(key)
    if (!language) leave('language-unknown', `${where}: ${key}`)
    else if (!texts.has(language) || key === 'default') texts.set(language, asText(text))
  }
  return texts
}
