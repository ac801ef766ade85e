import type { ReactNode } from 'react'
import type { Taken } from '#server/group-seats/contract.ts'
import type { GroupSession } from '#server/group-studies/contract.ts'
import { languageNames } from '#surveys/locale.ts'
import { useLanguage } from '../../language.tsx'

/** What a session is called where several stand below one another. */
export function useSessionName(): (session: GroupSession) => string {
  const { say, date } = useLanguage()
  return ({ type, day, time }) =>
    say('groups.session.named', { type, when: `${date(day)}, ${time}` })
}

/** How full a session is, in words. */
export function useTakenWords(): (taken: Taken) => string {
  const { say, count } = useLanguage()
  return (taken) =>
    taken.kind === 'count'
      ? count('groups.taken.count', taken.count)
      : say(`groups.taken.${taken.band}`)
}

/** Where and how a session is held. */
export function SessionFacts({ session }: { readonly session: GroupSession }): ReactNode {
  const { say, number } = useLanguage()
  const { minutes, seats, language, mode, place, facilitator, noteTaker } = session
  return (
    <p className="quiet">
      {say('groups.session.about', {
        minutes: number(minutes),
        seats: number(seats),
        language: languageNames[language],
      })}
      {` · ${say(`mode.${mode}`)}: ${place} · ${facilitator.name}`}
      {noteTaker && ` · ${say('groups.session.note-taker.yes')}`}
    </p>
  )
}
