import { useLanguage } from '../../language.tsx'
import type { Session } from './queries.ts'

/** What a session is called where several stand below one another. */
export function useSessionName(): (session: Session) => string {
  const { say, date } = useLanguage()
  return ({ kind, day, time }) =>
    say('session.named', {
      kind: say(`session.kind.${kind}`),
      when: `${date(day)}, ${time}`,
    })
}
