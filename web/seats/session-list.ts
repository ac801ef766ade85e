import type { Seat, SeatsPage } from '#server/group-seats/contract.ts'
import { isLocale, languageNames } from '#surveys/locale.ts'
import { button, element } from './element.ts'
import type { Voice } from './words.ts'

export type ShownSession = SeatsPage['sessions'][number] | Seat['session']

/** The groups that seats can be taken in, those in the reader's language first. */
export function sessionList(
  sessions: SeatsPage['sessions'],
  voice: Voice,
  { hasSeat, onChoose }: { hasSeat: boolean; onChoose: (session: string) => void },
): HTMLElement {
  if (sessions.length === 0) return element('p', voice.say('none'))
  const isTheirs = ({ language }: ShownSession) => language === voice.locale
  const ordered = sessions.toSorted((a, b) => Number(isTheirs(b)) - Number(isTheirs(a)))
  return element(
    'ul',
    ordered.map((session) => {
      const { say } = voice
      const name = nameOf(session, voice)
      const [word, full] = hasSeat
        ? [say('move'), say('move.name', { session: name })]
        : [say('take'), say('take.name', { session: name })]
      return element('li', [
        ...aboutSession(session, voice),
        session.free === 'full'
          ? null
          : button(word, () => onChoose(session.id), { 'aria-label': full }),
      ])
    }),
  )
}

/** What there is to know of one group, without its button. */
export function aboutSession(session: ShownSession, voice: Voice): readonly Node[] {
  const { say, day } = voice
  const { language, minutes, time, place, free, type } = session
  const spoken = isLocale(language) ? languageNames[language] : language
  return [
    element('strong', `${day(session.day)}, ${time}`),
    element('span', `${type} · ${say('minutes', { minutes })} · ${spoken}`),
    element('span', place ?? say('online')),
    element('span', say(free), { class: `free ${free}` }),
  ]
}

const nameOf = ({ type, day, time }: ShownSession, voice: Voice): string =>
  `${type}, ${voice.day(day)}, ${time}`
