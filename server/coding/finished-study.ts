import type { CodeId } from '#analysis/coding/codebook.ts'
import type { FinishedStudy, MemberCheckOutcome } from '#analysis/coding/locked-study.ts'
import { type Reconciled, reconcile } from '#analysis/coding/reconciliation.ts'
import { countedSessions } from '#analysis/coding/session.ts'
import type { Facilitator } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { sessionsFor } from '../group-studies/groups-of.ts'
import type { Services } from '../services.ts'
import type { Obstacle } from './contract.ts'
import {
  codingsFor,
  doubleCodingOf,
  heldGroups,
  isCompared,
  type LoadedStudy,
} from './load-study.ts'
import { listChecks, listDecisions, listParaphrases } from './settled/store.ts'

type Reach = Pick<Services, 'db'>

/** A study as far as it is settled, and what still stands before its lock. */
export interface Settled {
  readonly study: FinishedStudy
  readonly obstacles: readonly Obstacle[]
}

/** Puts together what leaves a study from what was coded, decided, approved and checked. */
export async function settle(
  { db }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
  loaded: LoadedStudy,
): Promise<Settled> {
  const coded = doubleCodingOf(loaded)
  const codings = codingsFor(loaded, facilitator)
  const reconciled = reconcile(coded, codings, await listDecisions(db, id))
  const checks = await listChecks(db, id)
  const study: FinishedStudy = {
    ...loaded,
    coded,
    codings,
    final: reconciled.final,
    paraphrases: await listParaphrases(db, id),
    checks: new Map<CodeId, MemberCheckOutcome>(
      checks.map(({ code, outcome }) => [code, outcome]),
    ),
  }
  const obstacles = [
    ...obstaclesWithin(loaded, reconciled),
    ...(await obstaclesAround({ db }, facilitator, id)),
  ]
  return { study, obstacles }
}

const obstacle = (what: Obstacle['what'], count: number): readonly Obstacle[] =>
  count > 0 ? [{ what, count }] : []

function obstaclesWithin(study: LoadedStudy, { open }: Reconciled): readonly Obstacle[] {
  const done = new Set(study.given.map(({ segment }) => segment))
  const uncoded = study.segments.filter((segment) => !done.has(segment.id)).length
  const isFew = countedSessions(study.sessions).length < 3
  return [
    ...obstacle('not-compared', isCompared(study) ? 0 : 1),
    ...obstacle('uncoded', uncoded),
    ...obstacle('disputed', open.length),
    ...obstacle('too-few-groups', isFew ? 1 : 0),
  ]
}

/** The table is made once: what is still to come would never be in it. */
async function obstaclesAround(
  { db }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
): Promise<readonly Obstacle[]> {
  const held = await heldGroups({ db }, facilitator, id)
  const waiting = held.filter(({ state }) => state === 'held').length
  const toCome = (await sessionsFor({ db }, id)).filter(
    ({ state }) => state === 'planned' || state === 'invited',
  )
  return [...obstacle('waiting', waiting), ...obstacle('still-to-be-held', toCome.length)]
}
