import type { Admission } from '../admission.ts'
import { element } from '../element.ts'
import type { AnswerText, Language } from '../language.ts'
import type { TypedCode } from '../typed-code.ts'

/** What is typed stays in the admission, also while the language changes. */
export function codeField(
  { say }: Language,
  admission: Admission,
  problem: string | undefined,
): HTMLElement {
  const input = element('input', {
    id: 'code',
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'characters',
    autocorrect: 'off',
    spellcheck: 'false',
    maxlength: '80',
    'aria-describedby': problem ? 'code-hint code-problem' : 'code-hint',
    'aria-invalid': problem ? 'true' : undefined,
  })
  input.value = admission.code
  input.addEventListener('input', () => {
    admission.code = input.value
  })
  return element(
    'div',
    { class: 'field' },
    element('label', { for: 'code' }, say('code.label')),
    element('p', { id: 'code-hint', class: 'quiet' }, say('code.hint')),
    problem && element('p', { id: 'code-problem', class: 'problem' }, problem),
    input,
  )
}

/** Says what is wrong with a code that was typed. */
export function sayCodeProblem(
  typed: Exclude<TypedCode, { kind: 'code' }>,
  { say, count }: Language,
): string {
  if (typed.kind === 'length') return count('code.length', typed.length)
  const keys: Readonly<Record<'missing' | 'mistyped', AnswerText>> = {
    missing: 'code.missing',
    mistyped: 'code.mistyped',
  }
  return say(keys[typed.kind])
}
