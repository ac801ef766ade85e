import type { Locale } from '#surveys/locale.ts'
import type { Paper, PaperBlock } from '../orientation/document.ts'
import {
  callout,
  contacts,
  type GroupFacts,
  list,
  paper,
  paragraph,
  section,
  type Voice,
  voiceOf,
} from './paper.ts'

const promises = ['voluntary', 'work-time', 'no-names', 'notes', 'seen'] as const

/** What employees are handed: what it is, what it is not, when, and how to take a seat. */
export function invitationPaper(facts: GroupFacts, locale: Locale): Paper {
  const voice = voiceOf(locale)
  const { say, sayOf } = voice
  return paper('invitation', facts, voice, [
    section(say('invitation.what'), paragraph(say('invitation.what.text'))),
    section(
      say('invitation.why'),
      list(facts.purposes.map((purpose) => sayOf(`purpose.${purpose}`))),
    ),
    section(
      say('invitation.promise'),
      list(promises.map((one) => say(`invitation.${one}`))),
      callout(say('invitation.limits'), say('limits.told')),
    ),
    section(say('invitation.when'), times(facts, voice)),
    section(say('invitation.book'), paragraph(say('invitation.book.text')), {
      kind: 'square',
      link: facts.link,
      alt: say('invitation.square'),
    }),
    section(say('help.title'), contacts(facts, voice)),
  ])
}

function times({ sessions }: GroupFacts, { say, sayOf }: Voice): PaperBlock {
  if (sessions.length === 0) return paragraph(say('invitation.when.none'))
  const columns = ['day', 'group', 'place', 'language'] as const
  return {
    kind: 'table',
    caption: '',
    head: columns.map((column) => sayOf(`invitation.${column}`)),
    rows: sessions.map(({ type, when, place, language }) => [
      when,
      type,
      place ?? `${say('mode.online')}: ${say('invitation.on-taking')}`,
      language,
    ]),
  }
}
