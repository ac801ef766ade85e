import { randomUUID } from 'node:crypto'
import { minutesOfGroup, seatsOfGroup } from '#surveys/focus-group-guide.ts'
import type { Organiser } from '../accounts/access.ts'
import { facilitatorsFor } from '../accounts/facilitators.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { planForHeldGroups } from '../assessments/plan-for-groups.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { GroupSessionId, type GroupStudy, type PlanSession } from './contract.ts'
import { studyFor } from './plan-study.ts'
import { refuseUncheckedPower } from './power-check.ts'
import { listSessions, saveSession } from './store.ts'

type Reach = Pick<Services, 'db' | 'clock'>

/** So many sessions have room in the box of seats, cancelled ones included. */
const mostSessions = 32

/** Plans one group. Nobody is invited to it yet. */
export async function planSession(
  { db, clock }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  { powerCheck, ...session }: PlanSession,
): Promise<void> {
  await planForHeldGroups({ db }, organiser, id)
  const study = await studyFor({ db }, id)
  refuseUnfit(session, study)
  if (session.day < dayOf(clock.now())) throw new Refusal('day-in-the-past')
  refuseUncheckedPower(powerCheck)
  const facilitators = await facilitatorsFor({ db }, organiser)
  if (!facilitators.some((one) => one.id === session.facilitator)) {
    throw new Refusal('facilitator-not-found')
  }
  const sessions = await listSessions(db, id)
  // Whoever came to a group after the lock would never be heard.
  if (sessions.some(({ state }) => state === 'locked')) throw new Refusal('coding-locked')
  if (sessions.length >= mostSessions) throw new Refusal('too-many-groups')
  await saveSession(db, id, {
    ...session,
    id: GroupSessionId.parse(randomUUID()),
    state: 'planned',
  })
}

/** @returns the day of a moment: `2026-11-21` */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

function refuseUnfit(
  { seats, minutes, type, language }: Omit<PlanSession, 'powerCheck'>,
  { types, languages }: GroupStudy,
): void {
  if (seats < seatsOfGroup.fewest) throw new Refusal('group-too-small')
  if (seats > seatsOfGroup.most) throw new Refusal('group-too-large')
  const { shortest, longest } = minutesOfGroup
  if (minutes < shortest || minutes > longest) throw new Refusal('group-length-unfit')
  if (!types.includes(type)) throw new Refusal('type-not-in-study')
  if (!languages.includes(language)) throw new Refusal('language-not-planned')
}
