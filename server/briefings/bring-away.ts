import type { Locale } from '#surveys/locale.ts'
import type { SignedIn } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { planForGroups } from '../assessments/plan-for-groups.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { BriefingId } from './contract.ts'
import { beginOf } from './describe-briefing.ts'
import type { ToPost } from './notice-list.ts'
import { sessionsPage } from './schedule-of.ts'
import { listBriefings } from './store.ts'
import { writeCalendar } from './write-calendar.ts'

type Reach = Pick<Services, 'db' | 'clock' | 'config'>

/**
 * One session as a calendar file, or all but individual talks: for who plans and leads them, so
 * that links stand in it.
 *
 * @throws Refusal 'briefing-not-found'
 */
export async function calendarOf(
  reach: Reach,
  person: SignedIn,
  id: AssessmentId,
  locale: Locale,
  briefing?: BriefingId,
): Promise<string> {
  const { organization } = await releasedPlan(reach, person, id)
  const all = await listBriefings(reach.db, id)
  const wanted = briefing
    ? all.filter((one) => one.id === briefing)
    : all.filter(({ kind }) => kind !== 'individual')
  if (briefing && wanted.length === 0) throw new Refusal('briefing-not-found')
  return writeCalendar(wanted, {
    locale,
    organization,
    page: sessionsPage(reach, id),
    day: reach.clock.now().toISOString().slice(0, 10),
    hasLink: true,
  })
}

/** The sessions to come as a sheet for the notice board, PDF. */
export async function noticeOf(
  reach: Reach,
  person: SignedIn,
  id: AssessmentId,
  locale: Locale,
): Promise<Uint8Array> {
  const { organization, contacts } = await releasedPlan(reach, person, id)
  const all = await listBriefings(reach.db, id)
  const input: ToPost = {
    locale,
    organization,
    page: sessionsPage(reach, id),
    contacts: contacts[locale] ?? [],
    coming: all.filter((one) => beginOf(one) > reach.clock.now()),
  }
  return runOffThread(new URL('./notice.worker.ts', import.meta.url), input)
}

async function releasedPlan(
  { db }: Pick<Reach, 'db'>,
  person: SignedIn,
  id: AssessmentId,
) {
  const plan = await planForGroups({ db }, person, id)
  if (!plan.isReleased) throw new Refusal('assessment-not-released')
  return plan
}
