import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import { basisItem, levels, needItem } from '#surveys/manager-interview-form.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import { type Batch, readInTurn } from './batches.ts'
import type { ManagerEvidence } from './evidence.ts'

/** Nothing is said of fewer ratings: fewer managers could be told apart. */
export const fewestRatings = 3

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
 * Interviews that came after the release are read in batches, each by these same rules:
 *
 *   M = Σ W · M_b / Σ W,  in steps of five
 *
 * W the head count of everybody's teams in the reading b, whether they rated it or not, so
 * that M is a function of the readings alone and no two looks differ by one manager.
 *
 * @param headcount N of the organization; null where unknown
 * @throws RangeError when a unit's head count is not a positive whole number
 */
export function readInterviews(
  batches: readonly Batch<Interview>[],
  headcount: number | null,
): InterviewEvidence {
  for (const people of batches.flat().flatMap(({ team }) => [...team.values()])) {
    if (!Number.isInteger(people) || people < 1) {
      throw new RangeError(`expected a head count of at least 1, got ${people}`)
    }
  }
  const heard = batches.map((batch) =>
    batch.filter(({ team }) => sizeOf(team) >= smallestTeam),
  )
  const byConstruct = constructIds.flatMap((construct) => {
    const readings = readInTurn(heard, (interviews) => scoreOf(construct, interviews))
    if (readings.length === 0) return []
    const sizes = readings.map(({ from }) => peopleIn(from))
    const scores = readings.map(({ told }) => told)
    return [[construct, { score: inSteps(weightedMean(scores, sizes)) }] as const]
  })
  return {
    interviews: heard.flat().length,
    coverage: headcount ? Math.min(1, peopleIn(heard.flat()) / headcount) : 0,
    byConstruct: Object.fromEntries(byConstruct),
  }
}

/** Whether so many different teams are spoken of that something may be said of them. */
export function areEnough(teams: readonly Team[]): boolean {
  const different = new Set(teams.map((team) => [...team.keys()].toSorted().join('\n')))
  return teams.length >= fewestRatings && different.size >= fewestRatings
}

/** Everybody spoken of, once. */
function peopleIn(interviews: readonly Interview[]): number {
  return sizeOf(new Map(interviews.flatMap(({ team }) => [...team])))
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  const weight = weights.reduce((sum, each) => sum + each, 0)
  return values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0) / weight
}

const inSteps = (score: number): number => step * Math.round(score / step)

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
  if (!areEnough(ratings.map(({ team }) => team))) return null
  const times = timesRated(ratings)
  const sizes = ratings.map((rating) => weightOf(rating, times))
  const levelsOf = ratings.map(({ level }) => level)
  return inSteps((100 * weightedMean(levelsOf, sizes)) / 4)
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
