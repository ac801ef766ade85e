import { isShowable, quizLength } from '#analysis/orientation/reach.ts'
import type { Locale } from '#surveys/locale.ts'
import type { Organiser, SignedIn } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { planForGroups } from '../assessments/plan-for-groups.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { BriefingId, Totals, UnitTotals } from './contract.ts'
import { endOf } from './describe-briefing.ts'
import { talksIn } from './schedule-of.ts'
import { listBriefings, saveTotals, saveUnitTotals } from './store.ts'

type Reach = Pick<Services, 'db' | 'clock'>

/**
 * Keeps what was counted in a session, after it. What is kept is never shown again, only what
 * all sessions come to.
 *
 * @throws Refusal 'briefing-not-found', 'briefing-cancelled',
 *   'briefing-not-over', 'talks-counted-together' or 'totals-impossible'
 */
export async function enterTotals(
  { db, clock }: Reach,
  person: SignedIn,
  id: AssessmentId,
  briefing: BriefingId,
  totals: Totals,
): Promise<void> {
  await planFor({ db }, person, id)
  const session = (await listBriefings(db, id)).find((one) => one.id === briefing)
  if (!session) throw new Refusal('briefing-not-found')
  if (session.state === 'cancelled') throw new Refusal('briefing-cancelled')
  // One person's hour: whether they came is nobody's number.
  if (session.kind === 'individual') throw new Refusal('talks-counted-together')
  if (endOf(session) > clock.now()) throw new Refusal('briefing-not-over')
  if (!isPossible(totals, quizLength[session.kind])) {
    throw new Refusal('totals-impossible')
  }
  await saveTotals(db, id, briefing, totals)
}

/** Keeps how many individual talks were held so far in a language, in one number. */
export async function enterTalks(
  { db }: Pick<Reach, 'db'>,
  person: SignedIn,
  id: AssessmentId,
  language: Locale,
  held: number,
): Promise<void> {
  const { languages } = await planFor({ db }, person, id)
  if (!languages.includes(language)) throw new Refusal('language-not-planned')
  const totals = { attended: held, quiz: null, feedback: null }
  await saveTotals(db, id, talksIn(language), totals)
}

/**
 * Keeps how many were reached in each unit. A number that may not be shown is refused by the
 * name of its unit, and nothing of it is kept: it has to be left out.
 *
 * @throws Refusal 'units-would-tell' with the units
 */
export async function enterUnitTotals(
  { db }: Pick<Reach, 'db'>,
  organiser: Organiser,
  id: AssessmentId,
  totals: UnitTotals,
): Promise<void> {
  const { counted } = await releasedAssessmentOf({ db }, organiser, id)
  const problems = Object.entries(totals.units).flatMap(([unit, count]) => {
    const known = counted.find((one) => one.id === unit)
    if (known && isShowable(count, known.headcount)) return []
    return [{ where: known?.name ?? unit, expected: '10 – n − 10' }]
  })
  if (problems.length > 0) throw new Refusal('units-would-tell', problems)
  await saveUnitTotals(db, id, totals)
}

async function planFor({ db }: Pick<Reach, 'db'>, person: SignedIn, id: AssessmentId) {
  const plan = await planForGroups({ db }, person, id)
  if (!plan.isReleased) throw new Refusal('assessment-not-released')
  return plan
}

function isPossible({ attended, quiz, feedback }: Totals, sentences: number): boolean {
  const isQuiz =
    !quiz ||
    (quiz.answered <= attended &&
      quiz.right.length === sentences &&
      quiz.right.every((right) => right <= quiz.answered))
  const isFeedback =
    !feedback ||
    (feedback.answered <= attended &&
      Object.values(feedback.yes).every((yes) => yes <= feedback.answered))
  return isQuiz && isFeedback
}
