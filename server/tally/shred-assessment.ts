import { markShredded } from '../assessments/change-state.ts'
import type { Assessment, AssessmentId } from '../assessments/contract.ts'
import { anyAssessment } from '../assessments/find-assessment.ts'
import { removeUnsealing, removeWithheld } from './store.ts'
import { eraseTallyKey, eraseWithheldKey } from './tally-keys.ts'
import type { TallyServices } from './tally-services.ts'

/**
 * Destroys what could still open or link anything of an assessment that was released or given
 * up: keys first, then what they opened. Each step can be repeated, and the state changes
 * last, so that a crash in between is finished by doing it again.
 */
export async function shredAssessment(
  services: TallyServices,
  id: AssessmentId,
): Promise<Assessment> {
  const assessment = await anyAssessment(services, id)
  if (assessment.state !== 'released' && assessment.state !== 'aborted') return assessment
  await destroySecrets(services, id)
  return markShredded(services, assessment)
}

/**
 * Destroys, or sees to it that it is tried again: what ended has ended, even while the ballot box
 * is out of reach.
 */
export async function shredOrLater(
  services: TallyServices,
  id: AssessmentId,
): Promise<Assessment> {
  try {
    return await shredAssessment(services, id)
  } catch (error) {
    services.tell({ event: 'failed', error })
    return anyAssessment(services, id)
  }
}

/** Keys, envelopes and shares of an assessment, whatever its state. Can be repeated. */
export async function destroySecrets(
  services: TallyServices,
  id: AssessmentId,
): Promise<void> {
  eraseTallyKey(services.config, id)
  eraseWithheldKey(services.config, id)
  await services.endCollecting(id)
  await services.box.shred(id)
  await removeUnsealing(services.db, id)
  await removeWithheld(services.db, id)
}
