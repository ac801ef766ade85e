import type { Draft, DraftItem, DraftSection, LeaveOut } from './draft.ts'
import { leftOutList, questionCounter } from './draft.ts'
import { field, isObject, isSet, type JsonObject, listIn, textIn } from './json.ts'
import { languageTag } from './language-tags.ts'
import { type LeftOutKind, UnreadableFile } from './left-out.ts'
import { SectionWriter } from './section-writer.ts'
import { formatOf, optionsOf, wordingOf } from './survey-js-formats.ts'

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
