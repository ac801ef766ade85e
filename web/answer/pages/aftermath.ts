import type { EnvelopeState } from '../ballot-box.ts'
import { button, type Child, element, paragraph } from '../element.ts'
import type { Language } from '../language.ts'
import { disclosure } from './disclosures.ts'
import { codeText } from './moving.ts'

/** What a person can still do after sending, as long as the page is open. */
export interface Aftermath {
  readonly isWithdrawn: boolean
  readonly ballotCode: string
  readonly onAsk: (wish: 'check' | 'withdraw') => Promise<EnvelopeState>
  readonly onAgain: () => void
  /** on a device that others use: clears the page at once */
  readonly onClear: (() => void) | null
}

export function aftermath(after: Aftermath, language: Language): readonly Child[] {
  const { say } = language
  const { onClear, onAgain } = after
  const quiet = 'button button-quiet'
  return [
    ...(onClear
      ? [paragraph(say('sent.clears')), button(say('sent.clear'), onClear, quiet)]
      : []),
    element('h3', {}, say('after.title')),
    paragraph(say('after.text')),
    ...(after.isWithdrawn
      ? [button(say('after.again'), onAgain, quiet)]
      : [envelopeQuestions(after, language)]),
    disclosure(
      say('receipt.title'),
      paragraph(say('receipt.text')),
      paragraph(say('receipt.care')),
      revealed(say('after.code'), after.ballotCode),
    ),
  ]
}

function envelopeQuestions(after: Aftermath, { say }: Language): HTMLElement {
  const verdict = element('p', { role: 'status', class: 'verdict' })
  const ask = (wish: 'check' | 'withdraw') => () => {
    verdict.replaceChildren(say('wait'))
    void after
      .onAsk(wish)
      .then((state) => verdict.replaceChildren(say(`envelope.${state}`)))
  }
  const quiet = 'button button-quiet'
  return element(
    'div',
    {},
    element(
      'div',
      { class: 'choices' },
      button(say('envelope.check'), ask('check'), quiet),
      button(say('after.again'), after.onAgain, quiet),
      button(say('envelope.withdraw'), ask('withdraw'), quiet),
    ),
    verdict,
  )
}

/** Not on the screen before somebody wants it there. */
function revealed(label: string, code: string): HTMLElement {
  const place = element('div', { 'aria-live': 'polite' })
  place.append(
    button(label, () => place.replaceChildren(codeText(code)), 'button button-quiet'),
  )
  return place
}
