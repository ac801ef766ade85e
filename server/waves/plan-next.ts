import type { Member, Organiser } from '../accounts/access.ts'
import type {
  Assessment,
  AssessmentId,
  ReleasedAssessment,
} from '../assessments/contract.ts'
import { assessmentsOf, releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { planFollowing, questionsAfter } from '../assessments/plan-following.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { NextWave, PlanNext } from './contract.ts'

type Reach = Pick<Services, 'db' | 'clock'>

/** Full surveys are ten to twelve months apart at least. */
const leastMonths = 10

/** What the next wave after a released assessment would be. */
export async function nextWaveOf(
  { db, clock }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<NextWave> {
  const earlier = await releasedAssessmentOf({ db }, member, id)
  const all = await assessmentsOf({ db }, member)
  const next = all.find((one) => one.follows === id && !('abortedOn' in one))
  const { questions, leftOut } = questionsAfter(earlier)
  const contacts = Object.values(earlier.contacts).flat()
  return {
    followedBy: next ? { id: next.id, name: next.name } : null,
    earliest: earliestAfter(earlier),
    tooSoon: today(clock) < earliestAfter(earlier),
    takesOver: {
      units: earlier.units.length,
      people: earlier.units.reduce((sum, { headcount }) => sum + headcount, 0),
      languages: earlier.languages,
      modules: questions.modules,
      leftOut,
      ownQuestions: questions.own.length,
      contacts: contacts.length,
    },
  }
}

/**
 * Plans the next wave. Too soon is no wall, but it takes knowing: people who are asked again
 * before anything could change answer less, and chance looks like change.
 *
 * @throws Refusal 'assessment-not-released', 'next-wave-too-soon', 'followed-already'
 */
export async function planNext(
  { db, clock }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  { name, knowing }: PlanNext,
): Promise<Assessment> {
  const earlier = await releasedAssessmentOf({ db }, organiser, id)
  const isSoon = today(clock) < earliestAfter(earlier)
  if (isSoon && !knowing) throw new Refusal('next-wave-too-soon')
  return planFollowing({ db }, organiser, earlier, name)
}

/** Ten months after people were asked last. */
function earliestAfter({ closedOn }: Pick<ReleasedAssessment, 'closedOn'>): string {
  const [year = 0, month = 1, day = 1] = closedOn.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + leastMonths, 0)).getUTCDate()
  const then = Date.UTC(year, month - 1 + leastMonths, Math.min(day, lastOfMonth))
  return new Date(then).toISOString().slice(0, 10)
}

const today = (clock: Services['clock']): string => clock.now().toISOString().slice(0, 10)
