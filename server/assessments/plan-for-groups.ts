import type { SignedIn } from '../accounts/access.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import {
  type Assessment,
  type AssessmentId,
  isChangeable,
  isReleased,
  type Plan,
  type Study,
} from './contract.ts'
import { findAnyAssessment, findAssessment } from './store.ts'

/** What groups are planned from: of the units their sum alone. */
export interface PlanForGroups extends Study {
  readonly contacts: Plan['contacts']
  /** head count of the organization */
  readonly people: number
  readonly isReleased: boolean
}

/**
 * What is known of an assessment to whoever plans, sees or holds its groups.
 *
 * @throws Refusal when the person's organization has no such assessment
 */
export async function planForGroups(
  { db }: Pick<Services, 'db'>,
  person: SignedIn,
  id: AssessmentId,
): Promise<PlanForGroups> {
  const assessment = await findAssessment(db, person, id)
  if (!assessment) throw new Refusal('assessment-not-found')
  return planIn(assessment)
}

/**
 * The same where groups may be held: what is asked stands, and it was not given up.
 *
 * @throws Refusal 'groups-need-frozen-plan' for a draft, 'assessment-already-ended'
 */
export async function planForHeldGroups(
  { db }: Pick<Services, 'db'>,
  person: SignedIn,
  id: AssessmentId,
): Promise<PlanForGroups> {
  const assessment = await findAssessment(db, person, id)
  if (!assessment) throw new Refusal('assessment-not-found')
  if (isChangeable(assessment)) throw new Refusal('groups-need-frozen-plan')
  if (hasEnded(assessment)) throw new Refusal('assessment-already-ended')
  return planIn(assessment)
}

/** For employees who take a seat, and for the clock; undefined where no group may be held any more. */
export async function planForSeats(
  { db }: Pick<Services, 'db'>,
  id: AssessmentId,
): Promise<PlanForGroups | undefined> {
  const assessment = await findAnyAssessment(db, id)
  if (!assessment || isChangeable(assessment) || hasEnded(assessment)) return undefined
  return planIn(assessment)
}

const hasEnded = (assessment: Assessment): boolean =>
  assessment.state === 'aborted' ||
  (assessment.state === 'shredded' && assessment.ended === 'aborted')

function planIn(assessment: Assessment): PlanForGroups {
  const { id, name, organization, example, state, languages, contacts } = assessment
  const people = assessment.units.reduce((sum, { headcount }) => sum + headcount, 0)
  return {
    id,
    name,
    organization,
    example,
    state,
    languages,
    contacts,
    people,
    isReleased: isReleased(assessment),
  }
}
