import { randomUUID } from 'node:crypto'
import { instantOf, wallClockAt } from '#analysis/orientation/wall-clock.ts'
import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { planForGroups } from '../assessments/plan-for-groups.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { changeBox } from './change-box.ts'
import { BriefingId, type BriefingPlan, type NewBriefings } from './contract.ts'
import { beginOf } from './describe-briefing.ts'
import { listBriefings, type StoredBriefing, saveBriefing, saveChange } from './store.ts'

type Reach = Pick<Services, 'db' | 'clock' | 'config'>

const fewestChairs = 5
const mostComing = 200
const mostSeats = 4_096
const minuteMilliseconds = 60_000

/**
 * Plans a session, or several one after another: individual talks, mostly.
 *
 * @throws Refusal 'day-in-the-past', 'language-not-planned', 'briefing-too-small',
 *   'briefing-link-missing', 'too-many-briefings' or 'assessment-not-released'
 */
export async function planBriefings(
  reach: Reach,
  organiser: Organiser,
  id: AssessmentId,
  { times, ...plan }: NewBriefings,
): Promise<void> {
  const all = await briefingsFor(reach, organiser, id)
  const wanted = oneAfterAnother(plan, times)
  for (const one of wanted) await refuseUnfit(reach, organiser, id, one)
  refuseTooMany([...coming(reach, all), ...wanted])
  for (const one of wanted) {
    await saveBriefing(reach.db, id, BriefingId.parse(randomUUID()), fitted(one))
  }
}

/**
 * Changes a session that has not begun. Whoever has a seat keeps it, and finds the change by
 * their code: nobody knows whom to tell.
 *
 * @throws Refusal as `planBriefings`, and 'briefing-not-found', 'briefing-cancelled',
 *   'briefing-begun', 'briefing-kind-fixed' or 'briefing-changed-meanwhile'
 */
export async function changeBriefing(
  reach: Reach,
  organiser: Organiser,
  id: AssessmentId,
  briefing: BriefingId,
  plan: BriefingPlan,
): Promise<void> {
  const all = await briefingsFor(reach, organiser, id)
  const before = openBriefing(reach, all, briefing)
  if (before.kind !== plan.kind) throw new Refusal('briefing-kind-fixed')
  await refuseUnfit(reach, organiser, id, plan)
  refuseTooMany([...coming(reach, all).filter((one) => one.id !== briefing), plan])
  const first = await saveChange(reach.db, before, { plan: fitted(plan) })
  if (!first) throw new Refusal('briefing-changed-meanwhile')
}

/** Cancels a session for good. It stays in the list, for those who look. */
export async function cancelBriefing(
  reach: Reach,
  organiser: Organiser,
  id: AssessmentId,
  briefing: BriefingId,
): Promise<void> {
  const all = await briefingsFor(reach, organiser, id)
  const before = openBriefing(reach, all, briefing)
  const first = await saveChange(reach.db, before, { state: 'cancelled' })
  if (!first) throw new Refusal('briefing-changed-meanwhile')
}

/**
 * Frees every seat of a session, where somebody has booked them all away. Those who meant to
 * come have to book again.
 */
export async function releaseSeats(
  reach: Reach,
  organiser: Organiser,
  id: AssessmentId,
  briefing: BriefingId,
): Promise<void> {
  const all = await briefingsFor(reach, organiser, id)
  openBriefing(reach, all, briefing)
  await changeBox(reach, id, seatsIn(all), (box) =>
    box.has(briefing)
      ? new Map([...box].filter(([session]) => session !== briefing))
      : box,
  )
}

/** All seats that are planned, from which the length of the box follows. */
export const seatsIn = (plans: readonly BriefingPlan[]): number =>
  plans.reduce((sum, { seats }) => sum + seats, 0)

async function briefingsFor(
  { db }: Pick<Reach, 'db'>,
  organiser: Organiser,
  id: AssessmentId,
): Promise<readonly StoredBriefing[]> {
  const { isReleased } = await planForGroups({ db }, organiser, id)
  if (!isReleased) throw new Refusal('assessment-not-released')
  return listBriefings(db, id)
}

function openBriefing(
  { clock }: Pick<Reach, 'clock'>,
  all: readonly StoredBriefing[],
  id: BriefingId,
): StoredBriefing {
  const briefing = all.find((one) => one.id === id)
  if (!briefing) throw new Refusal('briefing-not-found')
  if (briefing.state === 'cancelled') throw new Refusal('briefing-cancelled')
  if (beginOf(briefing) <= clock.now()) throw new Refusal('briefing-begun')
  return briefing
}

const coming = ({ clock }: Pick<Reach, 'clock'>, all: readonly StoredBriefing[]) =>
  all.filter(
    (one) => one.state === 'planned' && beginOf(one).getTime() > clock.now().getTime(),
  )

function refuseTooMany(plans: readonly BriefingPlan[]): void {
  if (plans.length > mostComing || seatsIn(plans) > mostSeats) {
    throw new Refusal('too-many-briefings')
  }
}

async function refuseUnfit(
  { db, clock }: Pick<Reach, 'db' | 'clock'>,
  organiser: Organiser,
  id: AssessmentId,
  plan: BriefingPlan,
): Promise<void> {
  const { languages } = await planForGroups({ db }, organiser, id)
  if (!languages.includes(plan.language)) throw new Refusal('language-not-planned')
  if (beginOf(plan) <= clock.now()) throw new Refusal('day-in-the-past')
  const isSmall = plan.kind !== 'individual' && plan.seats < fewestChairs
  if (isSmall) throw new Refusal('briefing-too-small')
  const isLink = /^https:\/\/[^\s"<>]+$/.test(plan.place)
  if (plan.mode === 'online' && !isLink) throw new Refusal('briefing-link-missing')
}

/** An individual talk is for one person, at a time that is booked. */
const fitted = (plan: BriefingPlan): BriefingPlan =>
  plan.kind === 'individual' ? { ...plan, seats: 1, booking: true } : plan

function oneAfterAnother(plan: BriefingPlan, times: number): readonly BriefingPlan[] {
  const begin = instantOf(plan).getTime()
  return Array.from({ length: times }, (_, index) => {
    if (index === 0) return plan
    const later = new Date(begin + index * plan.minutes * minuteMilliseconds)
    return { ...plan, ...wallClockAt(later, plan.zone) }
  })
}
