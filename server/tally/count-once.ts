import { markTallied, markTooFew } from '../assessments/change-state.ts'
import type { AssessmentId, UnsealingAssessment } from '../assessments/contract.ts'
import { anyAssessment } from '../assessments/find-assessment.ts'
import { frozenManifestOf, frozenPlanOf } from '../assessments/publication-plan.ts'
import type { BallotBox } from '../box.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import type { StopReason } from './contract.ts'
import { fewestAnswers } from './end-asking.ts'
import { inTurn } from './in-turn.ts'
import { shredOrLater } from './shred-assessment.ts'
import {
  findUnsealing,
  listDelivered,
  readDelivered,
  removeDelivered,
  removeUnsealing,
  saveStop,
} from './store.ts'
import type { SomeBallots, Tallied, ToTally } from './tally-ballots.ts'
import { eraseTallyKey, readTallyKey } from './tally-keys.ts'
import type { TallyServices } from './tally-services.ts'
import { type Figures, withholdFigures } from './withheld-figures.ts'

/** What a count begins with; what is large is handed over in parts. */
export interface ToCount extends Omit<ToTally, 'delivered'> {
  /** ids of the key holders who delivered everything */
  readonly holders: readonly string[]
  /** how many parts each of them delivered */
  readonly partsOfEach: number
}

/** Opened shares as one key holder delivered them, or ballots of one unit. */
export type PartToCount = string | SomeBallots

/** What comes of a count: a release as it is to be stored, because it can be ten megabytes. */
export type Counted =
  | Exclude<Tallied, { kind: 'tallied' }>
  | ({ readonly kind: 'tallied' } & Figures)

const countingOf = (id: AssessmentId): string => `count ${id}`

/** Whether an assessment is being counted now, in whichever process. */
export function isCounting(
  { presence }: Pick<TallyServices, 'presence'>,
  id: AssessmentId,
): Promise<boolean> {
  return presence.isUnderWay(countingOf(id))
}

/**
 * Counts, once enough key holders have delivered everything. Called as often as one likes: calls
 * wait for one another, and after the count there is nothing left to count.
 */
export function countWhenReady(services: TallyServices, id: AssessmentId): Promise<void> {
  return inTurn(services, id, () => countIfReady(services, id))
}

async function countIfReady(services: TallyServices, id: AssessmentId): Promise<void> {
  const assessment = await anyAssessment(services, id)
  if (assessment.state !== 'unsealing') return
  const input = await inputOf(services, assessment)
  if (!input) return
  await saveStop(services.db, id, null, null)
  const counted = await services.presence.inTurn(countingOf(id), () =>
    countOffThread(services, id, input),
  )
  switch (counted.kind) {
    case 'tallied':
      return keepFigures(services, assessment, counted)
    case 'too-few-answers':
      await markTooFew(services, assessment)
      await shredOrLater(services, id)
      return
    case 'stopped':
      return noteStop(services, id, counted.reason, counted.trustee)
  }
}

/** @returns null while too few key holders have delivered everything */
async function inputOf(
  { db, config, unitKeysOf }: TallyServices,
  assessment: UnsealingAssessment,
): Promise<ToCount | null> {
  const { id } = assessment
  const [unsealing, tallyKey] = [
    await findUnsealing(db, id),
    await readTallyKey(config, id),
  ]
  if (!unsealing || !tallyKey) return null
  const { manifest } = await frozenManifestOf({ db }, assessment)
  const holders = [...(await listDelivered(db, id))]
    .filter(([, parts]) => parts.length === unsealing.parts)
    .map(([trustee]) => trustee)
  if (holders.length < manifest.trusteesNeeded) return null
  const plan = await frozenPlanOf({ db }, assessment)
  const unitKeys = await unitKeysOf(manifest)
  const partsOfEach = unsealing.parts
  return { manifest, unitKeys, plan, tallyKey, holders, partsOfEach, fewestAnswers }
}

async function countOffThread(
  { box, db, tell }: TallyServices,
  id: AssessmentId,
  input: ToCount,
): Promise<Counted> {
  const worker = new URL('./count.worker.ts', import.meta.url)
  const parts = partsOf({ box, db }, id, input)
  try {
    return await runOffThread<Counted>(worker, input, parts)
  } catch (error) {
    tell({ event: 'failed', error })
    return { kind: 'stopped', reason: 'not-computed', trustee: null }
  }
}

/** Shares first, holder after holder; then ballots. */
async function* partsOf(
  { box, db }: Pick<TallyServices, 'box' | 'db'>,
  assessment: AssessmentId,
  { holders, partsOfEach }: ToCount,
): AsyncGenerator<PartToCount> {
  for (const trustee of holders) {
    for (let part = 0; part < partsOfEach; part += 1) {
      yield await readDelivered(db, { assessment, trustee, part })
    }
  }
  yield* inParts(box, assessment)
}

/** So many ballots are copied to another thread in a few milliseconds. */
const ballotsInPart = 250

async function* inParts(box: BallotBox, id: string): AsyncGenerator<SomeBallots> {
  for await (const { unit, ballots } of box.ballots(id)) {
    for (let start = 0; start < ballots.length; start += ballotsInPart) {
      yield { unit, ballots: ballots.slice(start, start + ballotsInPart) }
    }
  }
}

/**
 * The figures are kept out of sight until both sides agree. What opened the envelopes is
 * destroyed at once: there is no second count.
 */
async function keepFigures(
  { db, clock, config }: TallyServices,
  assessment: UnsealingAssessment,
  { release, notCountable }: Figures,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await markTallied({ db: transaction, clock }, assessment)
    await withholdFigures({ db: transaction, config }, assessment, {
      release,
      notCountable,
    })
    await removeUnsealing(transaction, assessment.id)
  })
  eraseTallyKey(config, assessment.id)
}

/** Wrong shares are thrown away, so that their key holder, or another, can deliver. */
async function noteStop(
  { db }: TallyServices,
  id: AssessmentId,
  reason: StopReason,
  trustee: string | null,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await saveStop(transaction, id, reason, trustee)
    if (reason === 'shares-wrong' && trustee) {
      await removeDelivered(transaction, id, trustee)
    }
  })
}
