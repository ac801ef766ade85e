import { element, paragraph } from '../element.ts'
import type { AnswerText, Language } from '../language.ts'

const limits = [
  'limits.first',
  'limits.codes',
  'limits.operator',
  'limits.device',
  'limits.network',
  'limits.groups',
] as const satisfies readonly AnswerText[]

/** How the code works, and what could still go wrong: as plainly as the promises. */
export function disclosures({ say }: Language): readonly HTMLElement[] {
  return [
    disclosure(say('known.title'), paragraph(say('known.text'))),
    disclosure(
      say('limits.title'),
      element('ul', {}, ...limits.map((key) => element('li', {}, say(key)))),
    ),
  ]
}

function disclosure(title: string, content: HTMLElement): HTMLElement {
  return element('details', {}, element('summary', {}, title), content)
}
