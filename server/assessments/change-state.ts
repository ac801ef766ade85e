import { setImmediate } from 'node:timers/promises'
import { canonicalJson } from '#surveys/ballot/canonical.ts'
import { faultOf } from '#surveys/ballot/check-manifest.ts'
import type { Manifest, SignedManifest } from '#surveys/ballot/manifest.ts'
import { surveyNumber } from '#surveys/ballot/survey-number.ts'
import type { Organiser } from '../accounts/access.ts'
import { Refusal } from '../refusal.ts'
import type { Clock, Services } from '../services.ts'
import { haveBothAgreed, mayClose } from './agree.ts'
import type {
  AbortedAssessment,
  Assessment,
  AssessmentId,
  ClosedAssessment,
  FrozenAssessment,
  OpenAssessment,
  ReleasedAssessment,
  ReviewedAssessment,
  TalliedAssessment,
  UnsealingAssessment,
} from './contract.ts'
import { anyAssessment } from './find-assessment.ts'
import { obstacleToFreezing } from './obstacles.ts'
import { hashOfPlan, planFrom } from './publication-plan.ts'
import type { after } from './states.ts'
import { type StepColumns, saveStep } from './store.ts'

/** A database or a transaction of one: who needs more to stand or fall with a step passes one. */
type Reach = Pick<Services, 'db' | 'clock'>

declare const tried: unique symbol

/** Every key holder of this assessment has shown that their key opens. Only `server/trustees` makes one. */
export interface TriedKeys {
  readonly assessment: AssessmentId
  readonly [tried]: true
}

/**
 * Nothing changes from here on: units, plan, questions, thresholds, keys and key holders are
 * what the signed manifest says.
 *
 * @throws Refusal naming what still keeps the draft from being frozen
 */
export async function markFrozen(
  reach: Reach,
  _organiser: Organiser,
  reviewed: ReviewedAssessment,
  signed: SignedManifest,
): Promise<Assessment> {
  const obstacle = obstacleToFreezing(reviewed, reach.clock)
  if (obstacle) throw new Refusal(obstacle)
  const { manifest } = signed
  const plan = planFrom(reviewed)
  await setImmediate() // the keys of two thousand units take their time to look at
  const fault = faultOf(manifest)
  await setImmediate()
  const isOfDraft = describes(manifest, reviewed, hashOfPlan(plan))
  if (fault || !isOfDraft) {
    throw new RangeError(`expected the manifest of this draft, got ${fault ?? 'another'}`)
  }
  await setImmediate()
  return step(reach, reviewed, 'frozen', {
    frozen_on: today(reach.clock),
    publication_plan: JSON.stringify(plan),
    manifest: JSON.stringify(signed),
    survey_number: await surveyNumber(manifest),
  })
}

/** Answers are taken from here on. */
export async function markOpen(
  reach: Reach,
  _organiser: Organiser,
  frozen: FrozenAssessment,
  keys: TriedKeys,
): Promise<Assessment> {
  if (keys.assessment !== frozen.id) throw new Refusal('keys-not-tried')
  return step(reach, frozen, 'open', { opened_on: today(reach.clock) })
}

/**
 * Ends the asking for good.
 *
 * @throws Refusal before the promised last day, until both sides agree
 */
export async function markClosed(
  reach: Reach,
  open: OpenAssessment,
): Promise<Assessment> {
  const now = await anyAssessment(reach, open.id)
  if (now.state === 'open' && !mayClose(now, today(reach.clock))) {
    throw new Refusal('second-person-needed')
  }
  return step(reach, open, 'closed', { closed_on: today(reach.clock) })
}

/** The key holders can begin to open. */
export async function markUnsealing(
  reach: Reach,
  closed: ClosedAssessment,
): Promise<Assessment> {
  return step(reach, closed, 'unsealing', {})
}

/** The one count has been made; nobody has seen it yet. */
export async function markTallied(
  reach: Reach,
  unsealing: UnsealingAssessment,
): Promise<Assessment> {
  return step(reach, unsealing, 'tallied', {})
}

/**
 * The one release stands.
 *
 * @throws Refusal until both sides agree to it
 */
export async function markReleased(
  reach: Reach,
  tallied: TalliedAssessment,
): Promise<Assessment> {
  await requireBoth(reach, tallied, 'release')
  return step(reach, tallied, 'released', { released_on: today(reach.clock) })
}

export type BeforeRelease = Exclude<
  Assessment,
  ReleasedAssessment | AbortedAssessment | { readonly state: 'shredded' }
>

/**
 * Given up by both sides: nothing will ever be opened or published.
 *
 * @throws Refusal until both sides agree to it
 */
export async function markAborted(
  reach: Reach,
  assessment: BeforeRelease,
): Promise<Assessment> {
  await requireBoth(reach, assessment, 'abort')
  return abort(reach, assessment, 'decided')
}

/** Fewer answered than may ever be opened. */
export async function markTooFew(
  reach: Reach,
  assessment: ClosedAssessment | UnsealingAssessment,
): Promise<Assessment> {
  return abort(reach, assessment, 'too-few-answers')
}

/** Keys, envelopes and shares are gone. */
export async function markShredded(
  reach: Reach,
  ended: (ReleasedAssessment & { readonly state: 'released' }) | AbortedAssessment,
): Promise<Assessment> {
  return step(reach, ended, 'shredded', { shredded_on: today(reach.clock) })
}

function abort(
  reach: Reach,
  assessment: BeforeRelease,
  why: AbortedAssessment['abortedFor'],
): Promise<Assessment> {
  return step(reach, assessment, 'aborted', {
    aborted_on: today(reach.clock),
    aborted_for: why,
  })
}

async function requireBoth(
  reach: Reach,
  assessment: Assessment,
  matter: 'release' | 'abort',
): Promise<void> {
  const now = await anyAssessment(reach, assessment.id)
  if (!haveBothAgreed(now, matter)) throw new Refusal('second-person-needed')
}

async function step<From extends Assessment['state']>(
  { db }: Reach,
  assessment: Assessment & { readonly state: From },
  to: (typeof after)[From][number],
  columns: StepColumns,
): Promise<Assessment> {
  if (!(await saveStep(db, assessment, to, columns))) {
    throw new Refusal('assessment-changed-meanwhile')
  }
  return anyAssessment({ db }, assessment.id)
}

function describes(manifest: Manifest, draft: ReviewedAssessment, plan: string): boolean {
  const peopleOf = (
    units: readonly { readonly id: string; readonly headcount: number }[],
  ) => canonicalJson(units.map(({ id, headcount }) => [id, headcount]))
  return (
    manifest.assessment === draft.id &&
    manifest.example === draft.example &&
    manifest.publicationPlan === plan &&
    peopleOf(manifest.units) === peopleOf(draft.counted)
  )
}

function today(clock: Clock): string {
  return clock.now().toISOString().slice(0, 10)
}
