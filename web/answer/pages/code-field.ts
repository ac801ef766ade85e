import { element } from '../element.ts'
import type { WelcomeLanguage, WelcomeText } from '../language.ts'
import type { TypedCode } from '../typed-code.ts'

export interface CodeField {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly problem: string | undefined
  readonly onInput: (text: string) => void
}

/** A field for letters and digits in any spacing. What is typed is kept by whoever asks. */
export function codeField(field: CodeField): HTMLElement {
  const { id, label, hint, value, problem, onInput } = field
  const ids = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean)
  const input = element('input', {
    id,
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'characters',
    autocorrect: 'off',
    spellcheck: 'false',
    maxlength: '80',
    'aria-describedby': ids.join(' ') || undefined,
    'aria-invalid': problem ? 'true' : undefined,
  })
  input.value = value
  input.addEventListener('input', () => onInput(input.value))
  return element(
    'div',
    { class: 'field' },
    element('label', { for: id }, label),
    hint && element('p', { id: `${id}-hint`, class: 'quiet' }, hint),
    problem && element('p', { id: `${id}-problem`, class: 'problem' }, problem),
    input,
  )
}

/** Says what is wrong with a code that was typed. */
export function sayCodeProblem(
  typed: Exclude<TypedCode, { kind: 'code' }>,
  { say, count }: WelcomeLanguage,
  missing: WelcomeText = 'code.missing',
): string {
  if (typed.kind === 'length') return count('code.length', typed.length)
  return say(typed.kind === 'missing' ? missing : 'code.mistyped')
}
