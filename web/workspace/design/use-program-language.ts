import { type DeedVoice, deedInWords } from '#analysis/report/deed-in-words.ts'
import type { Entry } from '#server/programs/log/contract.ts'
import { type Language, useLanguage } from '../../language.tsx'

/** The language, and how it tells what somebody did. */
export function useProgramLanguage(): Language & {
  readonly tell: (entry: Entry) => ReturnType<typeof deedInWords>
  /** "Ada, organiser, 21 November 2026" */
  readonly signature: (entry: Pick<Entry, 'by' | 'role' | 'on'>) => string
} {
  const language = useLanguage()
  const { say, date, month, number } = language
  const voice: DeedVoice = { say, day: date, month, number }
  return {
    ...language,
    tell: (entry) => deedInWords(entry, voice),
    signature: ({ by, role, on }) =>
      [by, say(`log.role.${role}`), on ? date(on) : say('log.day.unknown')].join(', '),
  }
}
