import { programTexts } from '#analysis/program-wording.ts'
import { type DeedVoice, deedInWords } from '#analysis/report/deed-in-words.ts'
import { analysisTexts } from '#analysis/wording.ts'
import type { Locale } from '#surveys/locale.ts'
import { say } from '#surveys/say.ts'
import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { csvOf } from '../csv.ts'
import type { Services } from '../services.ts'
import type { Entry, Log } from './log/contract.ts'
import { listEntries } from './store.ts'

/** Who decided what, in its order. The same for both sides. */
export async function logOf(
  { db }: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
): Promise<Log> {
  await releasedAssessmentOf({ db }, member, id)
  return { entries: await listEntries(db, id) }
}

/** The same as the text of a CSV file, in one language. */
export async function logCsv(
  services: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
  locale: Locale,
): Promise<string> {
  const { entries } = await logOf(services, member, id)
  const texts = programTexts[locale]
  const heading = (
    ['number', 'day', 'by', 'role', 'component', 'what', 'note'] as const
  ).map((column) => say(texts, `log.${column}`))
  const voice = voiceIn(locale)
  return csvOf([heading, ...entries.map((entry) => lineOf(entry, locale, voice))])
}

function lineOf(entry: Entry, locale: Locale, voice: DeedVoice): readonly string[] {
  const { number, on, by, role } = entry
  const texts = programTexts[locale]
  const component = 'component' in entry ? entry.component : null
  const { what, note } = deedInWords(entry, voice)
  return [
    String(number),
    on ?? say(texts, 'log.day.unknown'),
    by,
    say(texts, `log.role.${role}`),
    component
      ? say(analysisTexts[locale], `component.${component}`)
      : say(texts, 'log.whole'),
    what,
    note,
  ]
}

function voiceIn(locale: Locale): DeedVoice {
  const texts = { ...analysisTexts[locale], ...programTexts[locale] }
  const written = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (day: string): string => format.format(new Date(day))
  }
  return {
    say: (key, words) => say(texts, key, words),
    day: written({ dateStyle: 'long' }),
    month: written({ month: 'long', year: 'numeric' }),
    number: (value) => new Intl.NumberFormat(locale).format(value),
  }
}
