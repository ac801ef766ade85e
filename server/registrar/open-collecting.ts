import type { Organiser } from '../accounts/access.ts'
import { markOpen } from '../assessments/change-state.ts'
import type { Assessment, AssessmentId } from '../assessments/contract.ts'
import { frozenAssessmentOf } from '../assessments/find-assessment.ts'
import { frozenManifestOf } from '../assessments/publication-plan.ts'
import { refuseReplay } from '../database/refuse-replay.ts'
import { triedKeysOf } from '../trustees/key-holders.ts'
import type { FreezingReach } from './freeze-assessment.ts'
import { createParticipation } from './participation/keep-participation.ts'
import { makeRoomForWishes } from './resets/wish-for-reset.ts'
import { stopIfRestored } from './restored.ts'

/**
 * Opens the survey: ballots can be collected and cast from here on. Each step can be repeated
 * until the last one opens the assessment, so that a crash in between leaves it frozen. One that
 * was open before, by a database that was put back from an earlier copy, opens with collecting
 * stopped.
 *
 * @throws Refusal 'keys-not-tried' until every key holder has shown that their key opens, and
 *   'database-unfit' while a database would keep who came when
 */
export async function openCollecting(
  services: FreezingReach,
  organiser: Organiser,
  id: AssessmentId,
): Promise<Assessment> {
  const frozen = await frozenAssessmentOf(services, organiser, id)
  await refuseReplay(services.db)
  const tried = await triedKeysOf(services, frozen)
  const { box, registrar } = services
  const signed = await frozenManifestOf(services, frozen)
  const { units } = signed.manifest
  await createParticipation(registrar.participation, id, units)
  await stopIfRestored(registrar, id)
  await makeRoomForWishes(services, frozen)
  await box.publish({
    signed,
    unitKeys: await registrar.unitKeys.publicKeysOf(id, units),
  })
  await box.open(id)
  return markOpen(services, organiser, frozen, tried)
}
