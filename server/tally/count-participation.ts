import { discloseResponseRates } from '#analysis/disclosure/response-rates.ts'
import type { Member } from '../accounts/access.ts'
import type { Assessment, AssessmentId } from '../assessments/contract.ts'
import { assessmentOf, everyAssessmentIn } from '../assessments/find-assessment.ts'
import { frozenPlanOf } from '../assessments/publication-plan.ts'
import type { Services } from '../services.ts'
import type { Participation } from './contract.ts'
import { findParticipation, saveParticipation } from './store.ts'
import type { TallyServices } from './tally-services.ts'

/** The hour, UTC, from which a day's count may be made. */
const countingHour = 3

/**
 * Counts participation of every open assessment once a day. Called as often as one likes:
 * between two counts nothing changes, so that no look tells whether somebody just answered.
 */
export async function countParticipation(services: TallyServices): Promise<void> {
  const now = services.clock.now()
  const today = now.toISOString().slice(0, 10)
  if (now.getUTCHours() < countingHour) return
  for (const assessment of await everyAssessmentIn(services, 'open')) {
    const last = await findParticipation(services.db, assessment.id)
    // A clock that was put back counts no day again: every count could tell who just answered.
    if ((last?.countedOn ?? '') >= today || (assessment.openedOn ?? '') >= today) continue
    await saveParticipation(
      services.db,
      assessment.id,
      await participationNow(services, assessment),
      today,
    )
    services.tell({ event: 'participation-counted' })
  }
}

async function participationNow(
  services: TallyServices,
  assessment: Assessment,
): Promise<Participation> {
  const plan = await frozenPlanOf(services, assessment)
  const counts = await services.box.count(assessment.id)
  const { organization, units } = discloseResponseRates(plan, Object.fromEntries(counts))
  return { countedOn: null, organization, units: { ...units } }
}

/** What may be known while the survey is open: the last daily count. */
export async function participationOf(
  { db }: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
): Promise<Participation> {
  await assessmentOf({ db }, member, id)
  const last = await findParticipation(db, id)
  return last ?? { countedOn: null, organization: { kind: 'hidden' }, units: {} }
}
