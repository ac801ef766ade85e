import {
  type Draft,
  type DraftSection,
  type LeaveOut,
  leftOutList,
  questionCounter,
} from './draft.ts'
import {
  field,
  isObject,
  isSet,
  type JsonObject,
  listIn,
  objectIn,
  textIn,
} from './json.ts'
import { languageTag } from './language-tags.ts'
import { type LeftOutKind, UnreadableFile } from './left-out.ts'
import { type Reading, readQualtricsQuestion } from './qualtrics-question.ts'

import { SectionWriter } from './section-writer.ts'

const mostElements = 5_000
const deepest = 20

/** What stands in the flow of a survey beside its blocks. */
const inFlow: ReadonlyMap<string, LeftOutKind> = new Map([
  ['Branch', 'logic'],
  ['EndSurvey', 'logic'],
  ['BlockRandomizer', 'random-order'],
  ['EmbeddedData', 'respondent-data'],
  ['Authenticator', 'respondent-data'],
  ['WebService', 'respondent-data'],
  ['ReferenceSurvey', 'remote-choices'],
  ['QuotaCheck', 'quota'],
])

/** Reads a survey that Qualtrics exported (.qsf). */
export function readQualtrics(file: JsonObject): Draft {
  const entry = objectIn(file, 'SurveyEntry')
  const elements = listIn(file, 'SurveyElements').filter(isObject)
  if (elements.length > mostElements) throw new UnreadableFile('too-many-items')
  const main = languageTag(textIn(entry, 'SurveyLanguage')) ?? 'en'
  const { leave, list } = leftOutList()
  const payloads = (kind: string) =>
    elements
      .filter((one) => textIn(one, 'Element') === kind)
      .map((one) => field(one, 'Payload'))
  const questions = new Map(
    payloads('SQ')
      .filter(isObject)
      .map((question) => [textIn(question, 'QuestionID'), question]),
  )
  const blocks = blocksOf(payloads('BL'))
  const order = flowOf(payloads('FL').filter(isObject), leave)
  leaveSurvey(payloads, leave)
  const named = order.length > 0 ? order : [...blocks.keys()]
  const reading = { main, leave, count: questionCounter() }
  return {
    title: new Map([[main, textIn(entry, 'SurveyName')]]),
    main,
    sections: named.flatMap((id) => {
      const block = blocks.get(id)
      return block ? sectionsOf(block, questions, reading) : []
    }),
    leftOut: list(),
  }
}

/** Older exports have a list of blocks, newer ones an object; the bin is not part of a survey. */
function blocksOf(payloads: readonly unknown[]): ReadonlyMap<string, JsonObject> {
  const all = payloads.flatMap((payload) =>
    Array.isArray(payload) ? payload : isObject(payload) ? Object.values(payload) : [],
  )
  const used = all.filter(isObject).filter((block) => textIn(block, 'Type') !== 'Trash')
  return new Map(used.map((block) => [textIn(block, 'ID'), block]))
}

/** Ids of blocks in the order they are shown; what is decided on the way is left out. */
function flowOf(flows: readonly JsonObject[], leave: LeaveOut): readonly string[] {
  const ids = new Set<string>()
  const walk = (parent: JsonObject, depth: number): void => {
    if (depth > deepest) throw new UnreadableFile('too-deep', 'flow')
    for (const step of listIn(parent, 'Flow').filter(isObject)) {
      const type = textIn(step, 'Type')
      const kind = inFlow.get(type)
      if (kind) leave(kind, textIn(step, 'FlowID') || type)
      else if (textIn(step, 'ID') !== '') ids.add(textIn(step, 'ID'))
      walk(step, depth + 1)
    }
  }
  for (const flow of flows) walk(flow, 0)
  return [...ids]
}

function leaveSurvey(
  payloads: (kind: string) => readonly unknown[],
  leave: LeaveOut,
): void {
  for (const quota of payloads('QO').filter(isObject)) {
    leave('quota', textIn(quota, 'Name') || 'quota')
  }
  const scores = payloads('SCO').filter(isObject)
  if (scores.some((one) => isSet(one, 'ScoringCategories'))) leave('scoring', 'survey')
  for (const options of payloads('SO').filter(isObject)) leavePageTexts(options, leave)
}

function leavePageTexts(options: JsonObject, leave: LeaveOut): void {
  for (const name of ['Header', 'Footer', 'EOSMessage']) {
    const text = textIn(options, name)
    if (text.trim() !== '') leave(/<script/i.test(text) ? 'script' : 'page-texts', name)
  }
  if (isSet(options, 'CustomStyles')) leave('markup', 'CustomStyles')
}

function sectionsOf(
  block: JsonObject,
  questions: Map<string, JsonObject>,
  reading: Reading,
): readonly DraftSection[] {
  const where = textIn(block, 'Description') || textIn(block, 'ID')
  leaveBlock(block, where, reading.leave)
  const writer = new SectionWriter(reading.leave)
  writer.begin({}, where)
  for (const element of blockElements(block)) {
    const id = textIn(element, 'QuestionID')
    const question = questions.get(id)
    // A question that was shown once is not shown again.
    if (!question || !questions.delete(id)) continue
    if (isSet(element, 'SkipLogic')) reading.leave('logic', id)
    const { lead, items } = readQualtricsQuestion(question, reading)
    if (lead === undefined) writer.add(items)
    else if (items.length > 0) writer.addGrid({ lead, where: id, items })
  }
  return writer.sections()
}

function leaveBlock(block: JsonObject, where: string, leave: LeaveOut): void {
  const options = objectIn(block, 'Options')
  if (!['', 'None'].includes(textIn(options, 'Looping'))) leave('logic', where)
  if (!['', 'false'].includes(textIn(options, 'RandomizeQuestions'))) {
    leave('random-order', where)
  }
}

function blockElements(block: JsonObject): readonly JsonObject[] {
  const elements = field(block, 'BlockElements')
  const list = isObject(elements)
    ? Object.values(elements)
    : listIn(block, 'BlockElements')
  return list.filter(isObject).filter((one) => textIn(one, 'Type') === 'Question')
}
