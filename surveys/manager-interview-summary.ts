import {
  askedItem,
  basisItem,
  managerInterviewForm,
  needItem,
  privateTopics,
  ratedConstructs,
  signalItem,
  signals,
  sureItems,
  trendItem,
} from './manager-interview-form.ts'
import { type Answers, itemsOf, optionKey, optionsOf } from './questionnaire.ts'
import { say, type Texts } from './say.ts'

/** A question whose answer is one of a few, and how its title is found. */
interface Rated {
  readonly item: string
  readonly title: string
}

const signalsRated: readonly Rated[] = signals.map((signal) => ({
  item: signalItem(signal),
  title: `item.${signalItem(signal)}`,
}))
const trendsRated: readonly Rated[] = signals.map((signal) => ({
  item: trendItem(signal),
  title: `item.${signalItem(signal)}`,
}))
const needsRated = ratedConstructs.map((id) => ratedConstruct(id, needItem(id)))
const basesRated = ratedConstructs.map((id) => ratedConstruct(id, basisItem(id)))
const topicsAsked = privateTopics.map((id) => ratedConstruct(id, askedItem(id)))
const sureRated: readonly Rated[] = sureItems.map((item) => ({
  item,
  title: `item.${item}`,
}))

/** What is listed in one sentence: the questions that were answered in one of these ways. */
const gathered: readonly (readonly [string, readonly Rated[], readonly string[]])[] = [
  ['strong', signalsRated, ['3', '4']],
  ['some', signalsRated, ['1', '2']],
  ['not-noticed', signalsRated, ['0']],
  ['worse', trendsRated, ['worse']],
  ['better', trendsRated, ['better']],
  ['much-need', needsRated, ['3', '4']],
  ['some-need', needsRated, ['1', '2']],
  ['no-need', needsRated, ['0']],
  ['cannot-see', needsRated, ['cannot-see']],
  ['guess', basesRated, ['guess']],
  ['asked', topicsAsked, ['yes']],
]

const unsure: (typeof gathered)[number] = ['unsure', sureRated, ['0', '1']]

/** Questions told by what was chosen, with a sentence of their own or the question before it. */
const teamItems = ['role', 'shift', 'remote', 'changes', 'vacancies']
const causeItems = ['incident', 'control', 'no-control', 'own-needs']
const laterItems = ['access-where', 'access-when', 'access-barriers']
const orientItems = ['orient-time', 'orient-format', 'orient-length', 'orient-who']

/**
 * An interview in sentences, in the order of the form, for the manager to check. Only what was
 * answered is told; what was written in own words stands beside it, as written.
 *
 * @param texts of `withInterviewTexts`, in the reader's language
 */
export function summarizeInterview(answers: Answers, texts: Texts): readonly string[] {
  const list = (...lines: readonly (typeof gathered)[number][]) =>
    lines.flatMap((line) => gather(line, answers, texts))
  const chosen = (ids: readonly string[]) =>
    ids.flatMap((id) => tellChoice(id, answers, texts))
  return [
    ...chosen(teamItems),
    ...list(...gathered),
    ...chosen(causeItems),
    ...list(unsure),
    ...chosen(laterItems),
    ...chosen(orientItems),
  ]
}

function ratedConstruct(id: string, item: string): Rated {
  return { item, title: `construct.${id}` }
}

function gather(
  [sentence, rated, values]: (typeof gathered)[number],
  answers: Answers,
  texts: Texts,
): readonly string[] {
  const titles = rated
    .filter(({ item }) => values.includes(String(answers[item])))
    .map(({ title }) => say(texts, title))
  if (titles.length === 0) return []
  return [say(texts, `summary.${sentence}`, { list: titles.join('; ') })]
}

function tellChoice(id: string, answers: Answers, texts: Texts): readonly string[] {
  const item = itemsOf(managerInterviewForm).find((one) => one.id === id)
  const answer = answers[id]
  if (!item || answer === undefined) return []
  const given = [answer].flat().map(String)
  const words = optionsOf(item.format)
    .filter((option) => given.includes(option))
    .map((option) => say(texts, optionKey(item, option)))
  const list = words.join('; ')
  if (`summary.${id}` in texts) return [say(texts, `summary.${id}`, { list })]
  const question = say(texts, item.titleKey ?? `item.${id}`)
  return [say(texts, 'summary.choice', { question, list })]
}
