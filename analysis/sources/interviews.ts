import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import { basisItem, levels, needItem } from '#surveys/manager-interview-form.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import type { ManagerEvidence } from './evidence.ts'

/** Nothing is said of fewer ratings: fewer managers could be told apart. */
const fewestRatings = 3

/** M goes no finer: with the units' sizes known, an exact M tells each manager's rating. */
const step = 5

/** One manager's interview, with the head count of the unit it was about. */
export interface Interview {
  readonly unitHeadcount: number
  /** answers to the manager interview form that passed its reader */
  readonly answers: Answers
}

export interface InterviewEvidence {
  readonly interviews: number
  /** κ, 0–1; 0 where the organization's head count is unknown */
  readonly coverage: number
  readonly byConstruct: Readonly<Partial<Record<ConstructId, ManagerEvidence>>>
}

/**
 * What managers say of each construct, weighted by the people they speak of.
 *
 *   M = 100 · Σ size · level/4 / Σ size
 *
 * level 0–4; size the unit's head count, half of it where the rating was a guess; M in
 * steps of five. "Cannot see this" is no rating, and neither is a 0 for something sensitive
 * or private. Fewer than three ratings say nothing.
 *
 *   κ = Σ size / N, at most 1
 *
 * @param headcount N of the organization; null where unknown
 * @throws RangeError when a unit's head count is not a positive whole number
 */
export function readInterviews(
  interviews: readonly Interview[],
  headcount: number | null,
): InterviewEvidence {
  for (const { unitHeadcount } of interviews) {
    if (!Number.isInteger(unitHeadcount) || unitHeadcount < 1) {
      throw new RangeError(`expected a head count of at least 1, got ${unitHeadcount}`)
    }
  }
  const byConstruct = constructIds.flatMap((construct) => {
    const score = scoreOf(construct, interviews)
    return score === null ? [] : [[construct, { score }] as const]
  })
  const spokenOf = interviews.reduce((sum, { unitHeadcount }) => sum + unitHeadcount, 0)
  return {
    interviews: interviews.length,
    coverage: headcount ? Math.min(1, spokenOf / headcount) : 0,
    byConstruct: Object.fromEntries(byConstruct),
  }
}

function scoreOf(
  construct: ConstructId,
  interviews: readonly Interview[],
): number | null {
  const ratings = interviews.flatMap((interview) => ratingOf(construct, interview) ?? [])
  if (ratings.length < fewestRatings) return null
  const size = ratings.reduce((sum, rating) => sum + rating.size, 0)
  const weighted = ratings.reduce((sum, rating) => sum + rating.size * rating.level, 0)
  return step * Math.round((100 * weighted) / 4 / size / step)
}

function ratingOf(
  construct: ConstructId,
  { answers, unitHeadcount }: Interview,
): { readonly level: number; readonly size: number } | null {
  const rated: unknown = answers[needItem(construct)]
  const level = (levels as readonly unknown[]).indexOf(rated)
  if (level < 0) return null
  const { sensitive, managerObservable } = constructOf(construct)
  if (level === 0 && (sensitive || !managerObservable)) return null
  const isGuess = answers[basisItem(construct)] === 'guess'
  return { level, size: isGuess ? unitHeadcount / 2 : unitHeadcount }
}
