import type { ReactNode } from 'react'
import {
  type ChoiceItem,
  QuestionCheckboxModel,
  type QuestionSelectBase,
} from 'survey-core'
import { declined } from '#surveys/questionnaire.ts'
import { choose, isChosen, isFull, standsAlone } from './model.ts'

export interface ChoiceProps {
  readonly question: QuestionSelectBase
  readonly choice: ChoiceItem
  /** the radio buttons of one question share this name */
  readonly group: string
  readonly onAnswer: () => void
}

/** A native input that fills its label; what one sees is the words behind it. */
export function Choice({ question, choice, group, onAnswer }: ChoiceProps): ReactNode {
  const isOn = isChosen(question, choice)
  const type = question instanceof QuestionCheckboxModel ? 'checkbox' : 'radio'
  // Not `disabled`: what cannot be reached by keyboard cannot say why.
  const isBlocked = !isOn && isFull(question) && !standsAlone(choice)
  return (
    <label className={choice.value === declined ? 'q-choice q-declined' : 'q-choice'}>
      <input
        type={type}
        name={group}
        checked={isOn}
        aria-disabled={isBlocked || undefined}
        onChange={(event) => {
          choose(question, choice, event.target.checked)
          onAnswer()
        }}
      />
      <span data-mark={type}>{choice.text}</span>
    </label>
  )
}
