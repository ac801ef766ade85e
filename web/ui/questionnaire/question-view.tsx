import { type ReactNode, useId, useRef } from 'react'
import {
  type ChoiceItem,
  QuestionCheckboxModel,
  type QuestionSelectBase,
} from 'survey-core'
import { declined } from '#surveys/questionnaire.ts'
import { Choice } from './choice.tsx'
import { choicesOf, isFull } from './model.ts'
import type { QuestionnaireWords } from './words.ts'

export interface QuestionViewProps {
  readonly question: QuestionSelectBase
  readonly words: QuestionnaireWords
  readonly onAnswer: () => void
}

/** One question: a group of native inputs, the way to decline it, the way to take it back. */
export function QuestionView({
  question,
  words,
  onAnswer,
}: QuestionViewProps): ReactNode {
  const id = useId()
  const isMissing = question.errors.length > 0 && question.isEmpty()
  const choices = choicesOf(question)
  const draw = (choice: ChoiceItem) => (
    <Choice
      key={String(choice.value)}
      question={question}
      choice={choice}
      group={id}
      onAnswer={onAnswer}
    />
  )
  return (
    <fieldset
      className="question"
      data-missing={isMissing || undefined}
      aria-describedby={describedBy(id, question, isMissing)}
    >
      <legend>
        {question.title}
        {question.isRequired && <span className="q-needed"> ({words.needed})</span>}
      </legend>
      {question.description && (
        <p id={`${id}-hint`} className="q-hint">
          {question.description}
        </p>
      )}
      {isMissing && (
        <p id={`${id}-missing`} className="q-missing">
          {words.missing}
        </p>
      )}
      <div className="q-choices" data-layout={layoutOf(question)}>
        {choices.filter((choice) => !isDeclining(choice)).map(draw)}
      </div>
      <div className="q-below">
        {choices.filter(isDeclining).map(draw)}
        <TakeBack question={question} words={words} onAnswer={onAnswer} />
      </div>
      <Enough question={question} words={words} />
    </fieldset>
  )
}

function describedBy(
  id: string,
  { description }: QuestionSelectBase,
  isMissing: boolean,
): string | undefined {
  const ids = [description && `${id}-hint`, isMissing && `${id}-missing`]
  return ids.filter(Boolean).join(' ') || undefined
}

const isDeclining = ({ value }: ChoiceItem): boolean => value === declined

/** A row of words, a scale of numbers, or a list. */
function layoutOf(question: QuestionSelectBase): 'row' | 'scale' | 'list' {
  if (question.renderAs !== 'row') return 'list'
  const isScale = choicesOf(question).every(
    (choice) => typeof choice.value === 'number' || isDeclining(choice),
  )
  return isScale ? 'scale' : 'row'
}

/** Boxes can be unticked; a chosen radio button needs another way back. */
function TakeBack({ question, words, onAnswer }: QuestionViewProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null)
  if (question instanceof QuestionCheckboxModel || question.isEmpty()) return null
  const takeBack = () => {
    // This button is about to go: the focus stays with its question.
    button.current?.closest('fieldset')?.querySelector('input')?.focus()
    question.clearValue()
    onAnswer()
  }
  return (
    <button ref={button} type="button" className="q-clear" onClick={takeBack}>
      {words.clear}
    </button>
  )
}

function Enough({
  question,
  words,
}: Pick<QuestionViewProps, 'question' | 'words'>): ReactNode {
  if (!(question instanceof QuestionCheckboxModel)) return null
  if (question.maxSelectedChoices === 0) return null
  return (
    <p role="status" className="q-enough">
      {isFull(question) && words.enough(question.maxSelectedChoices)}
    </p>
  )
}
