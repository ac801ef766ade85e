import { parameters } from '../needs/parameters.ts'
import type { Arithmetic } from '../recommendation/explain-arithmetic.ts'
import type { Explanation } from '../recommendation/explanation.ts'
import type { NeedTurn, Turn, TurningPoint } from '../recommendation/turning-points.ts'
import type { ExplanationVoice } from './explanation-voice.ts'

/** Part 5: every number and how they make the priority, as one would write it down. */
export function arithmeticInWords(
  { arithmetic }: Pick<Explanation, 'arithmetic'>,
  voice: ExplanationVoice,
): readonly string[] {
  const { terms, match, byEvidence, byWish, point, printed, interval, draws } = arithmetic
  if (terms.length === 0) return [voice.why('explain.nothing-to-compute')]
  const write = (value: number): string => voice.number(value, 3)
  const counted = terms.filter(({ weight }) => weight > 0)
  const products = counted.map(
    ({ construct, fit, need, match: product }) =>
      `${voice.need(construct)} ${write(fit)} × ${need} = ${write(product)}`,
  )
  const sum = counted.map(
    ({ weight, match: product }) => `${write(weight)} × ${write(product)}`,
  )
  return [
    voice.why('explain.terms', { terms: products.join('; ') }),
    voice.why('explain.match', { sum: `${sum.join(' + ')} = ${write(match)}` }),
    voice.why('explain.factors', factorsIn(arithmetic, voice)),
    ...(arithmetic.isWishAssumed
      ? [voice.why('explain.assumed', { wish: write(arithmetic.wish) })]
      : []),
    voice.why('explain.priority', {
      product: `${write(match)} × ${write(byEvidence)} × ${write(byWish)} = ${voice.number(point, 1)}`,
    }),
    voice.why('explain.printed', {
      printed,
      low: interval.low,
      high: interval.high,
      draws: voice.number(draws),
    }),
    voice.why('explain.distance', {
      distance: voice.number(Math.abs(arithmetic.distance), 1),
    }),
  ]
}

/** ".6 + .4 × .75 = .9", for the evidence and for the wish. */
function factorsIn(
  { evidence, byEvidence, wish, byWish }: Arithmetic,
  voice: ExplanationVoice,
) {
  const { withoutEvidence, withoutWish } = parameters.priority
  const factor = (without: number, value: number, result: number): string => {
    const [rest, left, all] = [1 - without, value, result].map((one) =>
      voice.number(one, 3),
    )
    return `${voice.number(without, 3)} + ${rest} × ${left} = ${all}`
  }
  return {
    evidence: factor(withoutEvidence, evidence, byEvidence),
    wish: factor(withoutWish, wish, byWish),
  }
}

/** Part 6: how often it reaches the line, where it stands, and what would change it. */
export function firmnessInWords(
  { firmness, arithmetic }: Pick<Explanation, 'firmness' | 'arithmetic'>,
  voice: ExplanationVoice,
): readonly string[] {
  if (arithmetic.terms.length === 0) {
    return [voice.why('explain.nothing-to-compute'), voice.why('explain.turn.cost')]
  }
  const { line, aboveLine, ranks, among, amongFirst, first, turns } = firmness
  return [
    voice.why('explain.line', { line, percent: voice.number(100 * aboveLine) }),
    voice.why('explain.ranks', { among, low: ranks.low, high: ranks.high }),
    voice.why('explain.first', { first, percent: voice.number(100 * amongFirst) }),
    ...turnsInWords(turns, voice),
    voice.why('explain.turn.cost'),
  ]
}

function turnsInWords(
  { wanted, need, fit }: Explanation['firmness']['turns'],
  voice: ExplanationVoice,
): readonly string[] {
  const turns = [wanted, need, fit].filter((turn) => turn !== null)
  if (!turns.some(canTurn)) return [voice.why('explain.turn.nothing')]
  return [
    ...(wanted ? wishTurn(wanted, voice) : []),
    ...(need ? needTurn('need', need, voice) : []),
    ...(fit ? needTurn('fit', fit, voice) : []),
  ]
}

const canTurn = ({ drops, rises }: Turn): boolean => drops !== null || rises !== null

function wishTurn(turn: Turn, voice: ExplanationVoice): readonly string[] {
  if (!canTurn(turn)) return [voice.why('explain.turn.wanted.none')]
  return ways(turn).map(([way, point]) =>
    voice.why(`explain.turn.wanted.${way}`, pointInWords(point, voice)),
  )
}

function needTurn(
  of: 'need' | 'fit',
  turn: NeedTurn,
  voice: ExplanationVoice,
): readonly string[] {
  const need = voice.need(turn.construct)
  if (!canTurn(turn)) return [voice.why(`explain.turn.${of}.none`, { need })]
  return ways(turn).map(([way, point]) =>
    voice.why(`explain.turn.${of}.${way}`, { need, ...pointInWords(point, voice) }),
  )
}

function ways({ drops, rises }: Turn) {
  return [
    ...(drops ? [['drops', drops] as const] : []),
    ...(rises ? [['rises', rises] as const] : []),
  ]
}

function pointInWords({ at, tier }: TurningPoint, voice: ExplanationVoice) {
  return { at: voice.number(at, 2), tier: voice.analysis(`tier.${tier}`) }
}
