import { readAccessCode } from '#surveys/ballot/access-code.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import type { EnvelopeState } from '../ballot-box.ts'
import { button, element, paragraph } from '../element.ts'
import type { WelcomeLanguage } from '../language.ts'
import { readTypedCode } from '../typed-code.ts'
import { codeField, sayCodeProblem } from './code-field.ts'
import { disclosure } from './disclosures.ts'

export type AskForEnvelope = (
  wish: 'check' | 'withdraw',
  unit: string,
  seed: Uint8Array<ArrayBuffer>,
) => Promise<EnvelopeState>

export interface Desk {
  readonly manifest: Manifest
  readonly language: WelcomeLanguage
  readonly onAsk: AskForEnvelope
}

/** For whoever comes back with a ballot code, to check or withdraw what was cast. */
export function desk({ manifest, language, onAsk }: Desk): HTMLElement {
  const { say } = language
  let typed = ''
  const unit = unitChooser(manifest)
  const verdict = element('p', { role: 'status', class: 'verdict' })
  const ask = async (wish: 'check' | 'withdraw') => {
    const code = readTypedCode(typed)
    const seed = readAccessCode(typed)
    if (code.kind !== 'code' || !seed) {
      const problem = code.kind === 'code' ? ({ kind: 'mistyped' } as const) : code
      return sayCodeProblem(problem, language, 'ballot-code.missing')
    }
    return say(`envelope.${await onAsk(wish, unit.value, new Uint8Array(seed))}`)
  }
  const press = (wish: 'check' | 'withdraw') => () => {
    verdict.replaceChildren(say('wait'))
    void ask(wish).then((sentence) => verdict.replaceChildren(sentence))
  }
  return disclosure(
    say('desk.title'),
    paragraph(say('desk.text')),
    codeField({
      id: 'desk-code',
      label: say('ballot-code.label'),
      hint: say('code.hint'),
      value: '',
      problem: undefined,
      onInput(text) {
        typed = text
      },
    }),
    element(
      'div',
      { class: 'field' },
      element('label', { for: 'desk-unit' }, say('desk.unit')),
      unit,
    ),
    element(
      'div',
      { class: 'way' },
      button(say('envelope.check'), press('check'), 'button button-quiet'),
      button(say('envelope.withdraw'), press('withdraw'), 'button button-quiet'),
    ),
    verdict,
  )
}

function unitChooser({ units }: Manifest): HTMLSelectElement {
  return element(
    'select',
    { id: 'desk-unit', autocomplete: 'off' },
    ...units.map(({ id, name }) => element('option', { value: id }, name)),
  )
}
