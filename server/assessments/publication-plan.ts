import {
  askedBy,
  type PublicationPlan,
  planPublication,
} from '#analysis/disclosure/publication-plan.ts'
import { formReportingUnits } from '#analysis/disclosure/reporting-units.ts'
import { core } from '#surveys/catalogue.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Assessment, DraftAssessment } from './contract.ts'
import { findPublicationPlan } from './store.ts'

/** What may ever be published of a draft, from its head counts alone. */
export function planFrom({ organization, units }: DraftAssessment): PublicationPlan {
  const formed = formReportingUnits(organization, units)
  if (formed.kind === 'refused') throw new Refusal('too-few-people')
  return planPublication({
    organization,
    manyEmployers: false,
    units: formed,
    asked: askedBy(core),
  })
}

/** The plan that was frozen when the survey opened. */
export async function frozenPlanOf(
  { db }: Pick<Services, 'db'>,
  { id }: Pick<Assessment, 'id'>,
): Promise<PublicationPlan> {
  const plan = await findPublicationPlan(db, id)
  if (!plan) throw new Refusal('assessment-not-open')
  return plan
}
