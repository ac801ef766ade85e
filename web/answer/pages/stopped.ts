import { type Child, element, pageTitle, paragraph } from '../element.ts'
import type { WelcomeLanguage } from '../language.ts'
import { faultSentences, type StoppingFault } from '../stopping-fault.ts'

/** The page goes no further. The fault's own name is for whoever looks into it. */
export function stoppedPage(
  fault: StoppingFault,
  { say }: WelcomeLanguage,
  title: (text: string) => HTMLElement = pageTitle,
): readonly Child[] {
  return [
    title(say('stopped.title')),
    paragraph(say('stopped.text')),
    element(
      'blockquote',
      {},
      paragraph(say(faultSentences[fault]), 'fault'),
      element('p', { class: 'quiet', translate: 'no' }, fault),
    ),
  ]
}
