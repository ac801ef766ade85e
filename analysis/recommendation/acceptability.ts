import type { ConstructId } from '#surveys/constructs.ts'
import type { Family } from '#surveys/modules/getting-help.ts'
import type { Disclosed, Release } from '../disclosure/disclosed.ts'
import type { Fits, Parameters } from '../needs/method-parameters.ts'
import { parameters } from '../needs/parameters.ts'
import type { NeedDraws } from '../needs/simulation.ts'
import { at } from '../statistics/at.ts'
import { drawBeta, drawDirichlet } from '../statistics/draws.ts'
import { seededRandom } from '../statistics/random.ts'
import { type ComponentId, componentIds, componentOf } from './components.ts'
import { matchOf, priorityOf, wishOf } from './priority.ts'
import { countWishes } from './wishes.ts'

/** Priority, 0–100, and rank, 1 the first, of every component in every draw. */
export interface Acceptability {
  readonly priorities: ReadonlyMap<ComponentId, Float64Array>
  readonly ranks: ReadonlyMap<ComponentId, Float64Array>
}

/** What the priorities are drawn from: needs, judgement and wishes, each by draw. */
export interface PriorityInputs {
  readonly needs: NeedDraws
  readonly fits: Fits
  /** λ, sorted */
  readonly weights: readonly (readonly number[])[]
  /** f of every kind of help whose share is released */
  readonly wishes: ReadonlyMap<Family, Float64Array>
}

/**
 * Lets the data and the judgement vary and sees where each component ends up, step 7 of the
 * method (stochastic multicriteria acceptability analysis): N as drawn, λ ~ sorted
 * Dirichlet(30·λ), e·Uniform(.85, 1.15) but at most 1, f ~ Beta from the released share of
 * wishes.
 *
 * @see Lahdelma & Salminen (2001), Operations Research 49, 444–454.
 */
export function simulateAcceptability(inputs: PriorityInputs): Acceptability {
  const priorities = new Map(componentIds.map((id) => [id, drawPriorities(id, inputs)]))
  return { priorities, ranks: rankByDraw(priorities, inputs.needs.count) }
}

/** Draws what all components share beside the needs: weights and wishes. */
export function drawInputs(
  release: Disclosed<Release>,
  needs: NeedDraws,
  { fits, match }: Parameters,
): PriorityInputs {
  return {
    needs,
    fits,
    weights: drawMatchWeights(match.weights, needs),
    wishes: drawWishes(release, needs),
  }
}

function drawMatchWeights(
  weights: readonly number[],
  { seed, count }: NeedDraws,
): readonly (readonly number[])[] {
  const random = seededRandom(`${seed}/match weights`)
  const closely = weights.map((weight) => parameters.simulation.matchWeights * weight)
  return Array.from({ length: count }, () =>
    drawDirichlet(random, closely).toSorted((a, b) => b - a),
  )
}

function drawWishes(release: Release, needs: NeedDraws): PriorityInputs['wishes'] {
  const drawn = countWishes(release).map(({ family, n, share }) => {
    return [family, drawWish(family, share, n, needs)] as const
  })
  return new Map(drawn)
}

/**
 * f by draw, for a share of n people who would use a kind of help: Beta(½ + n·share,
 * ½ + n(1 − share)), read as f.
 *
 * @param share 0–1
 */
export function drawWish(
  family: Family,
  share: number,
  n: number,
  { seed, count }: NeedDraws,
): Float64Array {
  const random = seededRandom(`${seed}/wish ${family}`)
  const draw = (): number =>
    wishOf(drawBeta(random, 0.5 + n * share, 0.5 + n * (1 - share)))
  return Float64Array.from({ length: count }, draw)
}

/** Priority of one component by draw, 0–100. */
export function drawPriorities(id: ComponentId, inputs: PriorityInputs): Float64Array {
  const { evidenceValue, family } = componentOf(id)
  const { seed, count, scores } = inputs.needs
  const answered = Object.entries(inputs.fits[id]).flatMap(([construct, fit]) => {
    const needs = scores.get(construct as ConstructId) // a key of `fits`
    return needs ? [{ fit, needs }] : []
  })
  const wishes = family === null ? undefined : inputs.wishes.get(family)
  const random = seededRandom(`${seed}/evidence ${id}`)
  const { evidence: spread } = parameters.simulation
  return Float64Array.from({ length: count }, (_, draw) => {
    const matches = answered.map(({ fit, needs }) => fit * at(needs, draw))
    const match = matchOf(matches.sort(descending), inputs.weights[draw])
    const evidence = evidenceValue * (1 - spread + 2 * spread * random())
    const wish = wishes ? at(wishes, draw) : parameters.priority.unknownWish
    return priorityOf(match, Math.min(1, evidence), wish)
  })
}

/** Ranks from 1; equal priorities by id. */
function rankByDraw(
  priorities: ReadonlyMap<ComponentId, Float64Array>,
  count: number,
): ReadonlyMap<ComponentId, Float64Array> {
  const byId = [...priorities.keys()].sort()
  const ranks = byId.map(() => new Float64Array(count))
  const order = byId.map((_, place) => place)
  const drawn = new Float64Array(byId.length)
  for (let draw = 0; draw < count; draw++) {
    byId.forEach((id, place) => {
      drawn[place] = priorities.get(id)?.[draw] ?? 0
    })
    order.sort((a, b) => (drawn[b] ?? 0) - (drawn[a] ?? 0) || a - b)
    order.forEach((place, index) => {
      ranks[place]?.fill(index + 1, draw, draw + 1)
    })
  }
  return new Map(byId.map((id, place) => [id, ranks[place] ?? new Float64Array(count)]))
}

function descending(a: number, b: number): number {
  return b - a
}
