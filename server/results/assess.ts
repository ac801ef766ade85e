import { createHash } from 'node:crypto'
import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import type { Difference } from '#analysis/needs/differences.ts'
import type { Needs } from '#analysis/needs/need.ts'
import type { Recommendation } from '#analysis/recommendation/recommendation.ts'
import type { Testimony } from '#analysis/sources/evidence.ts'
import { gatherTestimony } from '#analysis/sources/testimony.ts'
import type { Member } from '../accounts/access.ts'
import type { ReleasedAssessment } from '../assessments/contract.ts'
import { groupAnswers } from '../focus-groups/record-session.ts'
import { managerAnswers } from '../interviews/record-interview.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { findRelease } from './store.ts'

export interface ToAssess {
  readonly release: Release
  readonly testimony: Testimony
  /** the same assessment always draws the same numbers */
  readonly seed: string
}

export interface Assessed {
  readonly release: Disclosed<Release>
  readonly testimony: Testimony
  readonly needs: Needs
  readonly differences: readonly Difference[]
  readonly recommendations: readonly Recommendation[]
}

const mostKept = 8
/** What is computed off the thread. */
export type Computed = Pick<Assessed, 'needs' | 'differences' | 'recommendations'>

const kept = new Map<string, Promise<Computed>>()

/**
 * Needs, differences and recommendations: functions of the release, of the other two sources and of a
 * fixed seed, so that they can be computed again at any time, and are kept while they hold.
 */
export async function assess(
  { db }: Pick<Services, 'db'>,
  member: Member,
  assessment: ReleasedAssessment,
): Promise<Assessed> {
  const release = await findRelease(db, assessment.id)
  if (!release) throw new Refusal('assessment-not-released')
  const headcount = assessment.counted.reduce((sum, unit) => sum + unit.headcount, 0)
  const testimony = gatherTestimony(
    await groupAnswers({ db }, assessment.id),
    await managerAnswers({ db }, assessment),
    headcount,
  )
  const input: ToAssess = { release, testimony, seed: assessment.id }
  return { release, testimony, ...(await computeOnce(member, input)) }
}

function computeOnce(member: Member, input: ToAssess) {
  const key = createHash('sha256')
    .update(member.organization.id)
    .update(JSON.stringify(input))
    .digest('hex')
  const computing =
    kept.get(key) ??
    runOffThread<Computed>(new URL('./assess.worker.ts', import.meta.url), input)
  computing.catch(() => kept.delete(key))
  kept.delete(key)
  kept.set(key, computing)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  return computing
}
