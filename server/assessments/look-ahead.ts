import type { PublicationPlan } from '#analysis/disclosure/publication-plan.ts'
import {
  leastAnswersTo,
  neverShown,
  smallCells,
} from '#analysis/disclosure/small-cells.ts'
import { composeQuestionnaire } from '#surveys/compose.ts'
import { itemsOf } from '#surveys/questionnaire.ts'
import type { Member } from '../accounts/access.ts'
import type { Services } from '../services.ts'
import type { Lacking, Publication } from './ahead/contract.ts'
import { type Assessment, type AssessmentId, isChangeable } from './contract.ts'
import { assessmentOf } from './find-assessment.ts'
import { obstaclesOf } from './obstacles.ts'
import { frozenPlanOf, planFrom } from './publication-plan.ts'

/** What keeps a draft from being frozen; nothing once it is. */
export async function lackingOf(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  member: Member,
  id: AssessmentId,
): Promise<Lacking> {
  const assessment = await assessmentOf({ db }, member, id)
  return { lacking: isChangeable(assessment) ? obstaclesOf(assessment, clock) : [] }
}

/**
 * What could ever be published of an assessment: of a draft as it would be planned now, later
 * what was frozen.
 *
 * @throws Refusal 'too-few-people' where nothing may be asked at all
 */
export async function publicationOf(
  { db }: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
): Promise<Publication> {
  const assessment = await assessmentOf({ db }, member, id)
  const plan = isChangeable(assessment)
    ? planFrom(assessment)
    : await frozenPlanOf({ db }, assessment)
  return describe(plan, assessment)
}

function describe(plan: PublicationPlan, { questions }: Assessment): Publication {
  const { organization, units, constructs, filters, groups } = plan
  const parts = composeQuestionnaire(questions).parts.filter(
    ({ isOptional }) => isOptional,
  )
  const beside = new Set(itemsOf({ id: '', parts, mayDecline: true }).map(({ id }) => id))
  const never = new Set(neverShown(plan, beside).map(({ id }) => id))
  return {
    organization: organization.name,
    people: organization.headcount ?? 0,
    smallestGroup: plan.thresholds.group,
    units: units.map((unit) => ({ ...unit, headcount: unit.headcount ?? 0 })),
    constructs,
    filters,
    divisions: [...new Set(groups.flatMap(({ unit }) => (unit === null ? [] : [unit])))],
    beside: plan.items
      .filter(({ id }) => beside.has(id))
      .map((item) => ({
        item: item.id,
        least: leastAnswersTo(item, plan),
        isEverShown: !never.has(item.id),
      })),
    smallCells: smallCells(plan),
  }
}
