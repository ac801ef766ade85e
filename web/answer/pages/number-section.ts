import { element, paragraph } from '../element.ts'
import type { WelcomeLanguage } from '../language.ts'
import { codeField } from './code-field.ts'
import { disclosure } from './disclosures.ts'

const numberLength = 20

export interface NumberSection {
  readonly language: WelcomeLanguage
  readonly number: () => Promise<string>
  readonly typed: string
  readonly problem: string | undefined
  readonly onType: (text: string) => void
}

/** The number everybody sees, and a field to compare it with the one a person was told. */
export function numberSection(section: NumberSection): HTMLElement {
  const { language, number, typed, problem } = section
  const { say } = language
  const shown = element('strong', { class: 'number' }, '…')
  void number().then((text) => shown.replaceChildren(text))
  const comparing = disclosure(
    say('number.compare'),
    paragraph(say('number.text')),
    compareField(section),
  )
  if (problem || typed) comparing.setAttribute('open', '')
  return element(
    'section',
    { class: 'number-section' },
    element('p', {}, `${say('number.label')} `, shown),
    comparing,
  )
}

function compareField(section: NumberSection): HTMLElement {
  const { language, number, typed, problem, onType } = section
  const verdict = element('p', { role: 'status', class: 'verdict' })
  const compare = async (text: string) => {
    const problemNow = sayNumberProblem(text, await number(), language)
    if (lettersIn(text).length < numberLength) return verdict.replaceChildren()
    verdict.replaceChildren(problemNow ?? language.say('number.same'))
  }
  if (!problem) void compare(typed)
  const field = codeField({
    id: 'number',
    label: language.say('number.field'),
    value: typed,
    problem,
    onInput(text) {
      onType(text)
      void compare(text)
    },
  })
  return element('div', {}, field, verdict)
}

/** @returns undefined where nothing was typed, or the right number */
export function sayNumberProblem(
  typed: string,
  number: string,
  { say }: WelcomeLanguage,
): string | undefined {
  const letters = lettersIn(typed)
  if (letters === '' || letters === lettersIn(number)) return undefined
  return say(letters.length === numberLength ? 'number.differs' : 'number.unfinished')
}

/** As people type numbers: any case, any spacing, O for 0, I or L for 1. */
function lettersIn(text: string): string {
  return text
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}
