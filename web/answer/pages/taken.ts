import { button, type Child, element, pageTitle, paragraph } from '../element.ts'
import type { Language } from '../language.ts'
import { codeField } from './code-field.ts'

export interface TakenPage {
  readonly language: Language
  readonly typed: string
  readonly problem: string | undefined
  readonly onType: (text: string) => void
  readonly onContinue: () => void
  readonly onBack: () => void
}

/** The code was exchanged elsewhere: how to go on all the same. */
export function takenPage(page: TakenPage): readonly Child[] {
  const { language, typed, problem, onType, onContinue, onBack } = page
  const { say } = language
  const form = element(
    'form',
    { autocomplete: 'off', novalidate: '' },
    codeField({
      id: 'ballot-code',
      label: say('ballot-code.label'),
      hint: say('code.hint'),
      value: typed,
      problem,
      onInput: onType,
    }),
    element(
      'div',
      { class: 'way' },
      button(say('form.back'), onBack, 'button button-quiet'),
      element('button', { type: 'submit', class: 'button' }, say('taken.continue')),
    ),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    onContinue()
  })
  return [
    pageTitle(say('taken.title')),
    paragraph(say('taken.text')),
    paragraph(say('taken.there')),
    paragraph(say('taken.lost')),
    element('h3', {}, say('taken.code')),
    paragraph(say('taken.own')),
    form,
  ]
}
