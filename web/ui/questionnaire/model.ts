import {
  CheckboxItem,
  type ChoiceItem,
  type IElement,
  Model,
  type PageModel,
  type PanelModel,
  type Question,
  QuestionCheckboxModel,
  QuestionSelectBase,
} from 'survey-core'
import { type Answer, type Answers, declined } from '#surveys/questionnaire.ts'
import { answersFrom, type SurveyJson } from '#surveys/survey-json.ts'

/**
 * The questionnaire as SurveyJS understands it: what is visible, what is required, which
 * choice excludes which. It draws nothing.
 *
 * @param earlier the same questionnaire in another language: its answers are taken over
 */
export function buildModel(survey: SurveyJson, earlier?: Model): Model {
  const model = new Model(survey)
  // Both would write markup and styles of SurveyJS's own into the page.
  model.generateStylesheet = false
  model.needRenderIcons = false
  if (earlier) model.data = earlier.data
  return model
}

/**
 * What was answered to the questions that are shown. Keys and choices come in the
 * questionnaire's order, so that the order of answering does not leave the page.
 */
export function answersIn(model: Model): Answers {
  const given = shownQuestions(model).filter((question) => !question.isEmpty())
  return answersFrom(
    Object.fromEntries(given.map((question) => [question.name, answerTo(question)])),
  )
}

/** How many of the questions shown were answered, declined, or left out. */
export interface AnswerCount {
  readonly answered: number
  readonly declined: number
  readonly leftOut: number
}

export function countAnswers(model: Model): AnswerCount {
  const given = Object.values(answersIn(model))
  const refused = given.filter((answer) => answer === declined).length
  return {
    answered: given.length - refused,
    declined: refused,
    leftOut: shownQuestions(model).length - given.length,
  }
}

function shownQuestions(model: Model): readonly QuestionSelectBase[] {
  return model.visiblePages.flatMap((page: PageModel) => questionsIn(page.questions))
}

/** Every question of our questionnaires is a choice. */
export function questionsIn(
  questions: readonly Question[],
): readonly QuestionSelectBase[] {
  return questions.filter(
    (question): question is QuestionSelectBase =>
      question instanceof QuestionSelectBase && question.isVisible,
  )
}

function answerTo(question: QuestionSelectBase): Answer {
  if (!(question instanceof QuestionCheckboxModel)) return question.value
  return choicesOf(question)
    .filter((choice) => isChosen(question, choice))
    .map(({ value }) => value)
}

export const isPanel = (element: IElement): element is IElement & PanelModel =>
  element.isPanel && element.isVisible

export const choicesOf = (question: QuestionSelectBase): readonly ChoiceItem[] =>
  question.visibleChoices

export function isChosen(question: QuestionSelectBase, { value }: ChoiceItem): boolean {
  const given: unknown = question.value
  return Array.isArray(given) ? given.includes(value) : given === value
}

/** No further choice fits; those that stand alone still replace the others. */
export function isFull(question: QuestionSelectBase): boolean {
  if (!(question instanceof QuestionCheckboxModel)) return false
  const { maxSelectedChoices, value } = question
  return (
    maxSelectedChoices > 0 && Array.isArray(value) && value.length >= maxSelectedChoices
  )
}

/** Chooses, or takes back; exclusive choices and their neighbours make way for each other. */
export function choose(
  question: QuestionSelectBase,
  choice: ChoiceItem,
  isOn: boolean,
): void {
  if (question instanceof QuestionCheckboxModel) {
    if (isOn && isFull(question) && !standsAlone(choice)) return
    question.clickItemHandler(choice, isOn)
  } else {
    question.value = choice.value
  }
}

export const standsAlone = (choice: ChoiceItem): boolean =>
  choice instanceof CheckboxItem && choice.isExclusive
