import { setImmediate } from 'node:timers/promises'
import { toBase64url } from '#surveys/ballot/bytes.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import { sealedShareOf } from '#surveys/ballot/open-envelope.ts'
import type { Organiser } from '../accounts/access.ts'
import { markUnsealing } from '../assessments/change-state.ts'
import type { AssessmentId, ClosedAssessment } from '../assessments/contract.ts'
import { closedAssessmentOf } from '../assessments/find-assessment.ts'
import { frozenManifestOf } from '../assessments/publication-plan.ts'
import type { BallotBox, SealedForTally } from '../box.ts'
import type { Job } from '../jobs/contract.ts'
import type { Jobs, Report } from '../jobs/jobs.ts'
import { Refusal } from '../refusal.ts'
import type { SealedPart } from './contract.ts'
import { giveUpWhenTooFew } from './end-asking.ts'
import { inTurn } from './in-turn.ts'
import { saveSealedPart, saveUnsealing } from './store.ts'
import { makeTallyKey } from './tally-keys.ts'
import type { TallyServices } from './tally-services.ts'

/** So many shares are opened in about a second, and fit in one request. */
const sharesInPart = 500

/** Lays the sealed shares out for the key holders. Works on after the page is left. */
export async function startUnsealing(
  services: TallyServices & { readonly jobs: Jobs },
  organiser: Organiser,
  id: AssessmentId,
): Promise<Job> {
  await closedAssessmentOf(services, organiser, id)
  return services.jobs.start(
    organiser.organization.id,
    (report) => unsealNow(services, organiser, id, report),
    `unsealing ${id}`,
  )
}

/** Lays the sealed shares out, here and now. */
export function unsealNow(
  services: TallyServices,
  organiser: Organiser,
  id: AssessmentId,
  report: Report,
): Promise<void> {
  return inTurn(services, id, async () => {
    const closed = await closedAssessmentOf(services, organiser, id)
    await layOutShares(services, closed, report)
  })
}

/**
 * Sorts the shares of each key holder by the names of their ballots, which are random, and
 * keeps them in parts. Answers stay in the box.
 */
async function layOutShares(
  services: TallyServices,
  closed: ClosedAssessment,
  report: Report,
): Promise<void> {
  report(0.05, 'counting')
  if (await giveUpWhenTooFew(services, closed)) throw new Refusal('too-few-answers')
  const { manifest } = await frozenManifestOf(services, closed)
  report(0.1, 'unsealing')
  const places = await readShares(services.box, manifest)
  report(0.8, 'unsealing')
  const { publicKey } = await makeTallyKey(services.config, closed.id)
  const parts = Math.ceil(places.length / sharesInPart)
  await services.db.transaction().execute(async (transaction) => {
    await markUnsealing({ db: transaction, clock: services.clock }, closed)
    await saveUnsealing(transaction, closed.id, { tallyKey: publicKey, parts })
    for (const [at, { id: trustee }] of manifest.trustees.entries()) {
      for (let part = 0; part < parts; part += 1) {
        const some = places.slice(part * sharesInPart, (part + 1) * sharesInPart)
        const shares = some.map(({ nullifier, sealed }) => ({
          nullifier,
          sealed: sealed[at] ?? '',
        }))
        const text = JSON.stringify({ shares } satisfies SealedPart)
        await saveSealedPart(transaction, { assessment: closed.id, trustee, part }, text)
      }
    }
  })
}

/** The shares in one envelope, in the order of the manifest's trustees. */
interface SharesOfOne {
  readonly nullifier: string
  /** base64url */
  readonly sealed: readonly string[]
}

/** So many envelopes are taken apart in a few milliseconds. */
const envelopesInTurn = 50

async function readShares(
  box: BallotBox,
  manifest: Manifest,
): Promise<readonly SharesOfOne[]> {
  const read: SharesOfOne[] = []
  for await (const { ballots } of box.ballots(manifest.assessment)) {
    for (let first = 0; first < ballots.length; first += envelopesInTurn) {
      const some = ballots.slice(first, first + envelopesInTurn)
      const shares = await Promise.all(some.map((one) => sharesOf(one, manifest)))
      read.push(...shares.filter((one) => one !== null))
      await setImmediate()
    }
  }
  return sortByName(read)
}

/** In heaps by how the names begin, each sorted in a turn of its own. */
async function sortByName(
  shares: readonly SharesOfOne[],
): Promise<readonly SharesOfOne[]> {
  const heaps = Map.groupBy(shares, ({ nullifier }) => nullifier.slice(0, 1))
  const sorted: SharesOfOne[] = []
  for (const start of [...heaps.keys()].toSorted()) {
    const heap = heaps.get(start) ?? []
    await setImmediate()
    sorted.push(...heap.toSorted((a, b) => (a.nullifier < b.nullifier ? -1 : 1)))
  }
  return sorted
}

/** @returns null for what is no envelope: the count will say so */
async function sharesOf(
  { ballot, inner }: SealedForTally,
  manifest: Manifest,
): Promise<SharesOfOne | null> {
  const shares = await Promise.all(
    manifest.trustees.map(({ id }) => sealedShareOf(id, inner, ballot, manifest)),
  )
  const [first] = shares
  if (!first) return null
  const sealed = shares.map((share) => toBase64url(share?.sealed ?? new Uint8Array()))
  return { nullifier: first.nullifier, sealed }
}
