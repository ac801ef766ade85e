import { createHash } from 'node:crypto'
import {
  askedBy,
  type PublicationPlan,
  planPublication,
} from '#analysis/disclosure/publication-plan.ts'
import { formReportingUnits } from '#analysis/disclosure/reporting-units.ts'
import { canonicalJson } from '#surveys/ballot/canonical.ts'
import type { SignedManifest } from '#surveys/ballot/manifest.ts'
import { composeQuestionnaire } from '#surveys/compose.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Assessment, ChangeableAssessment } from './contract.ts'
import { findManifest, findPublicationPlan } from './store.ts'

/** What may ever be published of a draft, from its head counts alone. */
export function planFrom({
  organization,
  units,
  questions,
}: Pick<ChangeableAssessment, 'organization' | 'units' | 'questions'>): PublicationPlan {
  const formed = formReportingUnits(organization, units)
  if (formed.kind === 'refused') throw new Refusal('too-few-people')
  return planPublication({
    organization,
    manyEmployers: false,
    units: formed,
    asked: askedBy(composeQuestionnaire(questions)),
  })
}

/** What the manifest says of a plan: SHA-256 of its canonical JSON, hex. */
export function hashOfPlan(plan: PublicationPlan): string {
  return createHash('sha256').update(canonicalJson(plan)).digest('hex')
}

/** The plan as it was frozen. */
export async function frozenPlanOf(
  { db }: Pick<Services, 'db'>,
  { id }: Pick<Assessment, 'id'>,
): Promise<PublicationPlan> {
  const plan = await findPublicationPlan(db, id)
  if (!plan) throw new Refusal('assessment-not-frozen')
  return plan
}

/** The manifest as it was frozen and signed. */
export async function frozenManifestOf(
  reach: Pick<Services, 'db'>,
  assessment: Pick<Assessment, 'id'>,
): Promise<SignedManifest> {
  return JSON.parse(await frozenManifestText(reach, assessment))
}

/** The same in JSON, unread: every employee's browser asks for it, and it can be long. */
export async function frozenManifestText(
  { db }: Pick<Services, 'db'>,
  { id }: Pick<Assessment, 'id'>,
): Promise<string> {
  const text = await findManifest(db, id)
  if (!text) throw new Refusal('assessment-not-frozen')
  return text
}
