import type { Manifest } from '#surveys/ballot/manifest.ts'
import { type Child, element, pageTitle, paragraph } from '../element.ts'
import { contactList, contactsIn } from '../frame.ts'
import type { AnswerText, Language } from '../language.ts'
import { type Aftermath, aftermath } from './aftermath.ts'

/** The ways a visit can end. */
export type Ending = 'sent' | 'withdrawn' | 'previewed' | 'late' | 'closed'

interface EndingWords {
  readonly title: AnswerText
  readonly text: readonly AnswerText[]
}

const endings: Readonly<Record<Ending, EndingWords>> = {
  sent: { title: 'sent.title', text: ['sent.next', 'sent.forgotten'] },
  withdrawn: { title: 'withdrawn.title', text: ['envelope.withdrawn'] },
  previewed: { title: 'sent.preview.title', text: ['sent.preview.text'] },
  late: { title: 'send.closed.title', text: ['send.closed.text', 'results.by'] },
  closed: { title: 'closed.title', text: ['closed.text', 'results.by'] },
}

export interface EndingPage {
  readonly ending: Ending
  readonly manifest: Manifest
  readonly language: Language
  /** what can still be done; null where nothing can */
  readonly aftermath: Aftermath | null
}

/** A page on which the way ends, with somebody to turn to. */
export function endingPage(page: EndingPage): readonly Child[] {
  const { ending, manifest, language } = page
  const { title, text } = endings[ending]
  const date = language.date(manifest.resultsBy)
  return [
    pageTitle(language.say(title)),
    ...text.map((key) => paragraph(language.say(key, { date }))),
    ending !== 'previewed' && whereResults(ending, manifest, language),
    ...(page.aftermath ? aftermath(page.aftermath, language) : []),
    element('h3', {}, language.say('sent.talk')),
    contactList(contactsIn(manifest, language)),
  ]
}

/**
 * Where everybody reads the results one day. After sending it is no link: following it would
 * tell the office that somebody has just sent.
 */
function whereResults(
  ending: Ending,
  { assessment }: Manifest,
  language: Language,
): HTMLElement {
  const address = new URL(`/results/${assessment}`, location.href).href
  const isOver = ending === 'late' || ending === 'closed'
  const written = isOver
    ? element('a', { href: address, rel: 'noreferrer' }, address)
    : element('strong', {}, address)
  const [before = '', after = ''] = language
    .say('sent.where', { address: gap })
    .split(gap)
  return element('p', {}, before, written, after)
}

/** Stands where the address goes, so that it can be an element of its own. */
const gap = '\u0000'
