import { fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import { openPart } from '#surveys/ballot/opened-part.ts'
import { readyToOpen, sealingKeyFrom } from '#surveys/ballot/sealing-key.ts'
import { answerChallenge } from '#surveys/ballot/trustee-key.ts'
import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { assessmentOf } from '../assessments/find-assessment.ts'
import type { Job } from '../jobs/contract.ts'
import type { Jobs, Report } from '../jobs/jobs.ts'
import { Refusal } from '../refusal.ts'
import type { Opening } from '../tally/contract.ts'
import { countWhenReady } from '../tally/count-once.ts'
import { unsealNow } from '../tally/start-unsealing.ts'
import { beginOpening, deliverPart, takePart } from '../tally/take-shares.ts'
import type { TallyServices } from '../tally/tally-services.ts'
import { askKeyHolder } from '../trustees/keep-key.ts'
import { neededOf } from '../trustees/key-holders.ts'
import { type InventedKey, listInventedKeys, removeInventedKeys } from './store.ts'

/** Lets the invented key holders open the example, in the background. */
export async function startOpeningExample(
  services: TallyServices & { readonly jobs: Jobs },
  organiser: Organiser,
  id: AssessmentId,
): Promise<Job> {
  const { example, state } = await assessmentOf(services, organiser, id)
  if (!example) throw new Refusal('organisers-only')
  if (state !== 'closed' && state !== 'unsealing') {
    throw new Refusal('assessment-not-closed')
  }
  return services.jobs.start(organiser.organization.id, (report) =>
    unsealExample(services, organiser, id, report),
  )
}

/**
 * The invented key holders do what real ones do in their browsers: show the key, open their
 * shares, seal them to the count. Then their keys are destroyed, as real ones are asked to.
 */
export async function unsealExample(
  services: TallyServices,
  organiser: Organiser,
  id: AssessmentId,
  report: Report,
): Promise<void> {
  const { state } = await assessmentOf(services, organiser, id)
  if (state === 'closed') {
    await unsealNow(services, organiser, id, (done, step) => report(0.3 * done, step))
  }
  const keys = await listInventedKeys(services.db, id)
  const needed = await neededOf(services, id)
  if (keys.length < needed) throw new Refusal('keys-missing')
  for (const [at, key] of keys.slice(0, needed).entries()) {
    await openAs(services, key, (done) =>
      report(0.3 + (0.5 * (at + done)) / needed, 'unsealing'),
    )
  }
  report(0.8, 'counting')
  await countWhenReady(services, id)
  await removeInventedKeys(services.db, id)
}

async function openAs(
  services: TallyServices,
  { secret, privateKey }: InventedKey,
  report: (done: number) => void,
): Promise<void> {
  const bytes = fromBase64url(privateKey) ?? new Uint8Array()
  const key = await readyToOpen(await sealingKeyFrom(bytes))
  const opening = await begin(services, key, secret)
  const { pass, assessment, holder, parts, tallyKey, delivered } = opening
  for (let part = 0; part < parts; part += 1) {
    if (delivered.includes(part)) continue
    const { shares } = await takePart(services, { pass, part })
    const place = { assessment, trustee: holder, part }
    const sealed = toBase64url(await openPart(key, shares, place, tallyKey))
    await deliverPart(services, { pass, part, sealed })
    report((part + 1) / parts)
  }
}

async function begin(
  services: TallyServices,
  key: CryptoKeyPair,
  secret: string,
): Promise<Opening> {
  const { sealed } = await askKeyHolder(services, secret)
  const answer = await answerChallenge(key, fromBase64url(sealed) ?? new Uint8Array())
  return beginOpening(services, {
    secret,
    answer: toBase64url(answer ?? new Uint8Array()),
  })
}
