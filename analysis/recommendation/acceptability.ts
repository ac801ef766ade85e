import type { ConstructId } from '#surveys/constructs.ts'
import type { Family } from '#surveys/modules/getting-help.ts'
import { midpointOf } from '../disclosure/bands.ts'
import type { Disclosed, Release } from '../disclosure/disclosed.ts'
import { parameters } from '../needs/parameters.ts'
import { readShare } from '../needs/read-release.ts'
import type { NeedDraws } from '../needs/simulation.ts'
import { at } from '../statistics/at.ts'
import { drawBeta, drawDirichlet } from '../statistics/draws.ts'
import { seededRandom } from '../statistics/random.ts'
import { type ComponentId, componentIds, componentOf } from './components.ts'
import { matchOf, priorityOf, wishOf } from './priority.ts'

/** Priority, 0–100, and rank, 1 the first, of every component in every draw. */
export interface Acceptability {
  readonly priorities: ReadonlyMap<ComponentId, Float64Array>
  readonly ranks: ReadonlyMap<ComponentId, Float64Array>
}

/**
 * Lets the data and the judgement vary and sees where each component ends up, step 7 of the
 * method (stochastic multicriteria acceptability analysis): N as drawn, λ ~ sorted
 * Dirichlet(30·λ), e·Uniform(.85, 1.15) but at most 1, f ~ Beta from the released share of
 * wishes.
 *
 * @see Lahdelma & Salminen (2001), Operations Research 49, 444–454.
 */
export function simulateAcceptability(
  release: Disclosed<Release>,
  draws: NeedDraws,
): Acceptability {
  const weights = drawMatchWeights(draws)
  const wishes = drawWishes(release, draws)
  const { unknownWish } = parameters.priority
  const priorities = new Map(
    componentIds.map((id) => {
      const { family } = componentOf(id)
      const drawn = family === null ? undefined : wishes.get(family)
      const wishAt = (draw: number): number => (drawn ? at(drawn, draw) : unknownWish)
      return [id, drawPriorities(id, draws, weights, wishAt)]
    }),
  )
  return { priorities, ranks: rankByDraw(priorities, draws.count) }
}

function drawMatchWeights({ seed, count }: NeedDraws): readonly (readonly number[])[] {
  const random = seededRandom(`${seed}/match weights`)
  const weights = parameters.match.weights.map(
    (weight) => parameters.simulation.matchWeights * weight,
  )
  return Array.from({ length: count }, () =>
    drawDirichlet(random, weights).toSorted((a, b) => b - a),
  )
}

/** f by draw, for every kind of help whose share is released. */
function drawWishes(
  { wanted, organization }: Release,
  { seed, count }: NeedDraws,
): ReadonlyMap<Family, Float64Array> {
  const { answered, headcount } = organization
  if (answered.kind === 'hidden') return new Map()
  // The wishes' own number of answers is not released; it is close to that of all answers.
  const n = midpointOf(answered, headcount)
  const drawn = Object.entries(wanted).flatMap(([family, figure]) => {
    const share = readShare(figure)
    if (share === null) return []
    const random = seededRandom(`${seed}/wish ${family}`)
    const draw = (): number =>
      wishOf(drawBeta(random, 0.5 + n * share, 0.5 + n * (1 - share)))
    const known = family as Family // a key of `wanted`
    return [[known, Float64Array.from({ length: count }, draw)] as const]
  })
  return new Map(drawn)
}

function drawPriorities(
  id: ComponentId,
  { seed, count, scores }: NeedDraws,
  weights: readonly (readonly number[])[],
  wishAt: (draw: number) => number,
): Float64Array {
  const { fits, evidenceValue } = componentOf(id)
  const answered = Object.entries(fits).flatMap(([construct, fit]) => {
    const needs = scores.get(construct as ConstructId) // a key of `fits`
    return needs ? [{ fit, needs }] : []
  })
  const random = seededRandom(`${seed}/evidence ${id}`)
  const { evidence: spread } = parameters.simulation
  return Float64Array.from({ length: count }, (_, draw) => {
    const matches = answered.map(({ fit, needs }) => fit * at(needs, draw))
    const match = matchOf(matches.sort(descending), weights[draw])
    const evidence = evidenceValue * (1 - spread + 2 * spread * random())
    return priorityOf(match, Math.min(1, evidence), wishAt(draw))
  })
}

/** Ranks from 1; equal priorities by id. */
function rankByDraw(
  priorities: ReadonlyMap<ComponentId, Float64Array>,
  count: number,
): ReadonlyMap<ComponentId, Float64Array> {
  const byId = [...priorities].sort(([a], [b]) => (a < b ? -1 : 1))
  const ranks = new Map(byId.map(([id]) => [id, new Float64Array(count)]))
  for (let draw = 0; draw < count; draw++) {
    byId
      .map(([id, values]) => ({ id, value: at(values, draw) }))
      .sort((a, b) => b.value - a.value)
      .forEach(({ id }, index) => {
        ranks.get(id)?.fill(index + 1, draw, draw + 1)
      })
  }
  return ranks
}

function descending(a: number, b: number): number {
  return b - a
}
