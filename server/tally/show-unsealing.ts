import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { assessmentOf } from '../assessments/find-assessment.ts'
import { frozenManifestOf } from '../assessments/publication-plan.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Unsealing } from './contract.ts'
import { isCounting } from './count-once.ts'
import { findUnsealing, listDelivered } from './store.ts'

/** How far the opening is: who has delivered how much, and what stopped the last count. */
export async function unsealingOf(
  { db, presence }: Pick<Services, 'db' | 'presence'>,
  member: Member,
  id: AssessmentId,
): Promise<Unsealing> {
  const assessment = await assessmentOf({ db }, member, id)
  const unsealing = await findUnsealing(db, id)
  if (assessment.state !== 'unsealing' || !unsealing) {
    throw new Refusal('assessment-not-unsealing')
  }
  const { manifest } = await frozenManifestOf({ db }, assessment)
  const delivered = await listDelivered(db, id)
  const { parts, stoppedFor, stoppedBy } = unsealing
  return {
    needed: manifest.trusteesNeeded,
    holders: manifest.trustees.map(({ id, name, side }) => ({
      name,
      side,
      delivered: (delivered.get(id)?.length ?? 0) / Math.max(1, parts),
    })),
    counting: await isCounting({ presence }, id),
    stopped: stoppedFor && {
      reason: stoppedFor,
      by: manifest.trustees.find((one) => one.id === stoppedBy)?.name ?? null,
    },
  }
}
