import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import { basisItem, levels, needItem } from '#surveys/manager-interview-form.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import type { ManagerEvidence } from './evidence.ts'

/** Nothing is said of fewer ratings: fewer managers could be told apart. */
const fewestRatings = 3

/** Nothing is heard about fewer people: what is said of a handful is said of persons. */
export const smallestTeam = 10

/** M goes no finer: with the teams' sizes known, an exact M tells each manager's rating. */
const step = 5

/** Units that a manager leads, each with its head count. */
export type Team = ReadonlyMap<string, number>

/** One manager's interview, and whom it is about. */
export interface Interview {
  readonly team: Team
  /** answers to the manager interview form that passed its reader */
  readonly answers: Answers
}

export interface InterviewEvidence {
  readonly interviews: number
  /** κ, 0–1; 0 where the organization's head count is unknown */
  readonly coverage: number
  readonly byConstruct: Readonly<Partial<Record<ConstructId, ManagerEvidence>>>
}

/** @returns the people of a team */
export function sizeOf(team: Team): number {
  return [...team.values()].reduce((sum, people) => sum + people, 0)
}

/**
 * What managers say of each construct, weighted by the people they speak of.
 *
 *   M = 100 · Σ size · level/4 / Σ size
 *
 * level 0–4; size the head count of the units in the interview, each divided by the number of
 * ratings that are about it, so that a unit with two managers counts once; half of it where
 * the rating was a guess; M in steps of five. "Cannot see this" is no rating, and neither is
 * a 0 for something sensitive or private. Fewer than three ratings, or ratings of fewer than
 * three different teams, say nothing; nor does an interview about fewer than ten people.
 *
 *   κ = Σ head count of the units heard of / N, at most 1
 *
 * @param headcount N of the organization; null where unknown
 * @throws RangeError when a unit's head count is not a positive whole number
 */
export function readInterviews(
  interviews: readonly Interview[],
  headcount: number | null,
): InterviewEvidence {
  for (const people of interviews.flatMap(({ team }) => [...team.values()])) {
    if (!Number.isInteger(people) || people < 1) {
      throw new RangeError(`expected a head count of at least 1, got ${people}`)
    }
  }
  const heard = interviews.filter(({ team }) => sizeOf(team) >= smallestTeam)
  const byConstruct = constructIds.flatMap((construct) => {
    const score = scoreOf(construct, heard)
    return score === null ? [] : [[construct, { score }] as const]
  })
  const spokenOf = sizeOf(new Map(heard.flatMap(({ team }) => [...team])))
  return {
    interviews: heard.length,
    coverage: headcount ? Math.min(1, spokenOf / headcount) : 0,
    byConstruct: Object.fromEntries(byConstruct),
  }
}

interface Rating {
  readonly level: number
  readonly isGuess: boolean
  readonly team: Team
}

function scoreOf(
  construct: ConstructId,
  interviews: readonly Interview[],
): number | null {
  const ratings = interviews.flatMap((interview) => ratingOf(construct, interview) ?? [])
  const teams = new Set(ratings.map(({ team }) => [...team.keys()].toSorted().join('\n')))
  if (ratings.length < fewestRatings || teams.size < fewestRatings) return null
  const times = timesRated(ratings)
  const sizes = ratings.map((rating) => weightOf(rating, times))
  const size = sizes.reduce((sum, each) => sum + each, 0)
  const weighted = ratings.reduce(
    (sum, { level }, index) => sum + level * (sizes[index] ?? 0),
    0,
  )
  return step * Math.round((100 * weighted) / 4 / size / step)
}

/** How many ratings are about each unit. */
function timesRated(ratings: readonly Rating[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const unit of ratings.flatMap(({ team }) => [...team.keys()])) {
    times.set(unit, (times.get(unit) ?? 0) + 1)
  }
  return times
}

function weightOf({ team, isGuess }: Rating, times: ReadonlyMap<string, number>): number {
  const people = [...team].map(([unit, size]) => size / (times.get(unit) ?? 1))
  const size = people.reduce((sum, each) => sum + each, 0)
  return isGuess ? size / 2 : size
}

function ratingOf(construct: ConstructId, { answers, team }: Interview): Rating | null {
  const rated: unknown = answers[needItem(construct)]
  const level = (levels as readonly unknown[]).indexOf(rated)
  if (level < 0) return null
  const { sensitive, managerObservable } = constructOf(construct)
  if (level === 0 && (sensitive || !managerObservable)) return null
  return { level, isGuess: answers[basisItem(construct)] === 'guess', team }
}
