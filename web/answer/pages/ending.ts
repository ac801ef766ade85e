import type { Manifest } from '#surveys/ballot/manifest.ts'
import { element, pageTitle, paragraph } from '../element.ts'
import { contactList, contactsIn } from '../frame.ts'
import type { AnswerText, Language } from '../language.ts'

/** The ways a visit can end. */
export type Ending = 'sent' | 'previewed' | 'used' | 'late' | 'closed'

interface EndingWords {
  readonly title: AnswerText
  readonly text: readonly AnswerText[]
}

const endings: Readonly<Record<Ending, EndingWords>> = {
  sent: { title: 'sent.title', text: ['sent.next', 'sent.forgotten'] },
  previewed: { title: 'sent.preview.title', text: ['sent.preview.text'] },
  used: { title: 'send.used.title', text: ['send.used.text'] },
  late: { title: 'send.closed.title', text: ['send.closed.text', 'results.by'] },
  closed: { title: 'closed.title', text: ['closed.text', 'results.by'] },
}

export interface EndingPage {
  readonly ending: Ending
  readonly manifest: Manifest
  readonly language: Language
}

/** A page on which the way ends, with somebody to turn to. */
export function endingPage({
  ending,
  manifest,
  language,
}: EndingPage): readonly HTMLElement[] {
  const { title, text } = endings[ending]
  const date = language.date(manifest.resultsBy)
  return [
    pageTitle(language.say(title)),
    ...text.map((key) => paragraph(language.say(key, { date }))),
    element('h3', {}, language.say('sent.talk')),
    contactList(contactsIn(manifest, language)),
  ]
}
