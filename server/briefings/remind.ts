import { sessionTexts } from '#analysis/sessions-wording.ts'
import type { Locale } from '#surveys/locale.ts'
import { say } from '#surveys/say.ts'
import type { Reminder } from './contract.ts'
import { wordsFor, zonesOf } from './describe-briefing.ts'
import type { StoredBriefing } from './store.ts'

const mostNamed = 6

/**
 * What to send to everybody alike, by the organization's own ways: the list of addresses was
 * forgotten when the survey closed, and who has booked is known to nobody.
 *
 * @param coming sessions in their order; individual talks are not named in it
 * @returns null where there is no session to remind of
 */
export function reminderIn(
  language: Locale,
  coming: readonly StoredBriefing[],
  { organization, page }: { readonly organization: string; readonly page: string },
): Reminder | null {
  const texts = sessionTexts[language]
  const shown = coming.filter((one) => one.kind !== 'individual' && !isCancelled(one))
  const zones = zonesOf(shown)
  const lines = shown.slice(0, mostNamed).map((one) => {
    const words = wordsFor(one, language, zones)
    return { when: words.when, line: Object.values(partsOf(words)).join(' · ') }
  })
  const [first] = lines
  if (!first) return null
  return {
    language,
    subject: say(texts, 'reminder.subject', { organization }),
    mail: say(texts, 'reminder.mail', {
      sessions: lines.map(({ line }) => `– ${line}`).join('\n'),
      page,
    }),
    message: say(texts, 'reminder.message', { session: first.when, page }),
  }
}

const partsOf = ({ when, kind, language, where }: ReturnType<typeof wordsFor>) => {
  return { when, kind, language, where }
}

const isCancelled = ({ state }: StoredBriefing): boolean => state === 'cancelled'
