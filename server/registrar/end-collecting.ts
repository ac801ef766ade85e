import type { AssessmentId } from '../assessments/contract.ts'
import type { Services } from '../services.ts'
import { destroyParticipation } from './participation/keep-participation.ts'
import type { Registrar } from './registrar.ts'
import { forgetWishes } from './resets/store.ts'

/**
 * Destroys what signs ballots, what says who collected one and who wished to collect again.
 * Keys first. Can be repeated; for every assessment that is no longer open, and for one given
 * up before.
 */
export async function endCollecting(
  { db, registrar }: Pick<Services, 'db'> & { readonly registrar: Registrar },
  assessment: AssessmentId,
): Promise<void> {
  registrar.keys.destroy(assessment)
  await registrar.unitKeys.remove(assessment)
  await destroyParticipation(registrar.participation, assessment)
  await forgetWishes(db, assessment)
}
