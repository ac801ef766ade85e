import { setImmediate } from 'node:timers/promises'
import { readX25519Key } from '#surveys/ballot/x25519-key.ts'
import type { Organiser } from '../accounts/access.ts'
import { markFrozen } from '../assessments/change-state.ts'
import type { Assessment, AssessmentId } from '../assessments/contract.ts'
import { draftOf, reviewedAssessmentOf } from '../assessments/find-assessment.ts'
import { obstacleToFreezing } from '../assessments/obstacles.ts'
import type { BoxSetUp } from '../box.ts'
import type { Job } from '../jobs/contract.ts'
import type { Jobs, Report } from '../jobs/jobs.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { keysForManifest } from '../trustees/key-holders.ts'
import { buildManifest, signManifest } from './build-manifest.ts'
import type { Registrar } from './registrar.ts'

/** What freezing reaches besides the office. */
export interface FreezingReach extends Services {
  readonly box: BoxSetUp
  readonly registrar: Registrar
}

/** Freezes in the background: a large organization has two thousand keys to draw. */
export async function startFreezing(
  services: FreezingReach & { readonly jobs: Jobs },
  organiser: Organiser,
  id: AssessmentId,
): Promise<Job> {
  await readyToFreeze(services, organiser, id)
  const freezing = async (report: Report): Promise<void> => {
    await freezeAssessment(services, organiser, id, report)
  }
  return services.jobs.start(organiser.organization.id, freezing, `freezing ${id}`)
}

/**
 * Fixes for good who is counted together, under which keys, and what may be published, and
 * signs it. Every step can be repeated until the last, so that a crash in between leaves a
 * draft; the ballot box is told only what is frozen, and is told again at the opening.
 */
export async function freezeAssessment(
  services: FreezingReach,
  organiser: Organiser,
  id: AssessmentId,
  report: Report,
): Promise<Assessment> {
  const { box, registrar, signingKey } = services
  const { reviewed, holders } = await readyToFreeze(services, organiser, id)
  const ballotBox = await box.prepare(id)
  if (!readX25519Key(ballotBox.publicKey)) throw new Refusal('ballot-box-key-unsafe')
  const units = reviewed.counted.map(({ id: unit }) => unit)
  const keys = await registrar.unitKeys.create(id, units, (made) =>
    report(Math.min(made / units.length, 0.98), 'drawing-keys'),
  )
  const manifest = await buildManifest(reviewed, { units: keys, ballotBox, ...holders })
  await setImmediate()
  const signed = signManifest(manifest, signingKey)
  await setImmediate()
  const frozen = await markFrozen(services, organiser, reviewed, signed)
  await box.publish({
    signed,
    unitKeys: await registrar.unitKeys.publicKeysOf(id, manifest.units),
  })
  return frozen
}

/** @throws Refusal naming the first thing that is missing */
async function readyToFreeze(
  services: FreezingReach,
  organiser: Organiser,
  id: AssessmentId,
) {
  const draft = await draftOf(services, organiser, id)
  const obstacle = obstacleToFreezing(draft, services.clock)
  if (obstacle) throw new Refusal(obstacle)
  const reviewed = await reviewedAssessmentOf(services, organiser, id)
  return { reviewed, holders: await keysForManifest(services, reviewed) }
}
