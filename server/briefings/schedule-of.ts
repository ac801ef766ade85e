import { type Locale, locales } from '#surveys/locale.ts'
import type { SignedIn } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { planForGroups } from '../assessments/plan-for-groups.ts'
import { languagesOfProgram } from '../orientation/show-program.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { readBox } from './change-box.ts'
import type { Briefing, Schedule } from './contract.ts'
import { beginOf, bookableIn } from './describe-briefing.ts'
import { reminderIn } from './remind.ts'
import { listBriefings, listTotals, type StoredBriefing } from './store.ts'

type Reach = Pick<Services, 'db' | 'clock' | 'config'>

/** Everything about the sessions of a program but who comes, and what was counted. */
export async function scheduleOf(
  reach: Reach,
  person: SignedIn,
  id: AssessmentId,
): Promise<Schedule> {
  const { db, clock } = reach
  const plan = await planForGroups({ db }, person, id)
  if (!plan.isReleased) throw new Refusal('assessment-not-released')
  const all = await listBriefings(db, id)
  const box = await readBox(reach, id)
  const totals = await listTotals(db, id)
  const now = clock.now()
  const coming = all.filter((one) => beginOf(one) > now)
  const page = sessionsPage(reach, id)
  const { organization, languages } = plan
  return {
    name: plan.name,
    languages,
    page,
    published: (await languagesOfProgram({ db }, id)) !== null,
    briefings: all.map((one) => ({
      ...one,
      cancelled: one.state === 'cancelled',
      begun: beginOf(one) <= now,
      taken: coming.includes(one) ? takenIn(one, box.get(one.id)?.size ?? 0) : null,
      counted: totals.has(one.id),
    })),
    talksCounted: languages.filter((language) => totals.has(talksIn(language))),
    reminders: languages.flatMap(
      (language) => reminderIn(language, coming, { organization, page }) ?? [],
    ),
  }
}

/** The address where everybody sees the sessions and books a seat. */
export const sessionsPage = (
  { config }: Pick<Reach, 'config'>,
  id: AssessmentId,
): string => `${config.origin}/program/${id}/sessions`

/** What the totals of all individual talks in a language are kept under. */
export const talksIn = (language: Locale): string => `talks-${language}`

/** The language of totals of individual talks; undefined for those of a session. */
export const languageOfTalks = (subject: string): Locale | undefined =>
  locales.find((language) => talksIn(language) === subject)

/** In fives, so that nobody can watch a number rise while somebody sits at a screen. */
function takenIn(briefing: StoredBriefing, count: number): Briefing['taken'] {
  const most = bookableIn(briefing)
  if (most === 0) return null
  if (most === 1) return { from: count, to: count }
  const from = Math.min(Math.floor(count / 5) * 5, Math.floor(most / 5) * 5)
  return { from, to: Math.min(from + 4, most) }
}
