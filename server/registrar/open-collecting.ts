import type { Organiser } from '../accounts/access.ts'
import { markOpen } from '../assessments/change-state.ts'
import type { Assessment, AssessmentId } from '../assessments/contract.ts'
import { frozenAssessmentOf } from '../assessments/find-assessment.ts'
import { frozenManifestOf } from '../assessments/publication-plan.ts'
import { triedKeysOf } from '../trustees/key-holders.ts'
import type { FreezingReach } from './freeze-assessment.ts'
import { createParticipation } from './participation/keep-participation.ts'
import { makeRoomForWishes } from './resets/wish-for-reset.ts'

/**
 * Opens the survey: ballots can be collected and cast from here on. Each step can be repeated
 * until the last one opens the assessment, so that a crash in between leaves it frozen.
 *
 * @throws Refusal 'keys-not-tried' until every key holder has shown that their key opens
 */
export async function openCollecting(
  services: FreezingReach,
  organiser: Organiser,
  id: AssessmentId,
): Promise<Assessment> {
  const frozen = await frozenAssessmentOf(services, organiser, id)
  const tried = await triedKeysOf(services, frozen)
  const signed = await frozenManifestOf(services, frozen)
  await createParticipation(services.registrar.participation, id, signed.manifest.units)
  await makeRoomForWishes(services, frozen)
  await services.box.publish(signed)
  await services.box.open(id)
  return markOpen(services, organiser, frozen, tried)
}
