import { tellsOfFew } from '#analysis/indicators/check-together.ts'
import type { Member, Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { askedAssessmentOf, assessmentOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { FigureId, Figures } from './contract.ts'
import { listFigures, removeFigure, removeFigures } from './store.ts'
import { groupsOf } from './unit-names.ts'

type Reach = Pick<Services, 'db'>

/** The figures that are kept: the same for organiser and employee side. */
export async function figuresOf(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<Figures> {
  await assessmentOf({ db }, member, id)
  return { figures: await listFigures(db, id) }
}

/** Takes one figure out, unless those that are left would then tell of few people. */
export async function discardFigure(
  { db }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  figure: FigureId,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const scope = await askedAssessmentOf({ db: transaction }, organiser, id)
    if (!(await removeFigure(transaction, id, figure))) throw new Refusal('not-found')
    if (tellsOfFew(await listFigures(transaction, id), groupsOf(scope))) {
      throw new Refusal('figures-would-tell')
    }
  })
}

/** Takes all of them out. */
export async function discardFigures(
  { db }: Reach,
  organiser: Organiser,
  id: AssessmentId,
): Promise<void> {
  await askedAssessmentOf({ db }, organiser, id)
  await removeFigures(db, id)
}
