import type { ConstructId } from '#surveys/constructs.ts'
import type { Family } from '#surveys/modules/getting-help.ts'
import type { Need } from '../needs/need.ts'
import { parameters } from '../needs/parameters.ts'
import { type ComponentId, componentIds, componentOf } from './components.ts'

/**
 * The part of a need that one component takes away, step 10 of the method.
 *
 *   η = a · (.6 + .4 e) · (.5 + .5 f)
 *
 * @param fit a, 0–1: how fully it answers the need
 * @param evidence e, 0–1: how well it is known to help
 * @param wish f, 0–1: how much it is wanted
 * @returns 0–1
 * @throws RangeError when one of them is not from 0 to 1
 */
export function coverageShare(fit: number, evidence: number, wish: number): number {
  for (const [name, value] of Object.entries({ fit, evidence, wish })) {
    if (!(value >= 0 && value <= 1)) {
      throw new RangeError(`expected ${name} from 0 to 1, got ${value}`)
    }
  }
  const { withoutEvidence, withoutWish } = parameters.portfolio
  const byEvidence = withoutEvidence + (1 - withoutEvidence) * evidence
  const byWish = withoutWish + (1 - withoutWish) * wish
  return fit * byEvidence * byWish
}

/** η by component and need; a need that a component does not answer has none. */
export type CoverageShares = ReadonlyMap<ComponentId, ReadonlyMap<ConstructId, number>>

/**
 * η of every component on every need it answers.
 *
 * @param wishes f by kind of help; where it is not known, what the method takes for unknown
 */
export function coverageShares(wishes: ReadonlyMap<Family, number>): CoverageShares {
  return new Map(componentIds.map((id) => [id, sharesOf(id, wishes)]))
}

function sharesOf(
  id: ComponentId,
  wishes: ReadonlyMap<Family, number>,
): ReadonlyMap<ConstructId, number> {
  const { fits, evidenceValue, family } = componentOf(id)
  const known = family === null ? undefined : wishes.get(family)
  const wish = known ?? parameters.priority.unknownWish
  return new Map(
    Object.entries(fits).map(([construct, fit]) => {
      const answered = construct as ConstructId // a key of `fits`
      return [answered, coverageShare(fit, evidenceValue, wish)]
    }),
  )
}

/** One need and the part of it, 0–1, that a program takes away. */
export interface CoveredNeed {
  readonly construct: ConstructId
  /** N, 0–100 */
  readonly score: number
  readonly share: number
}

/**
 * The part of each need that a program takes away. What one component has taken away, the
 * next cannot take away again.
 *
 *   1 − Π (1 − η), over the components of the program
 */
export function coverNeeds(
  program: readonly ComponentId[],
  needs: readonly Pick<Need, 'construct' | 'score'>[],
  shares: CoverageShares,
): readonly CoveredNeed[] {
  const ofProgram = program.flatMap((id) => shares.get(id) ?? [])
  return needs.map(({ construct, score }) => {
    const left = ofProgram.reduce(
      (rest, share) => rest * (1 - (share.get(construct) ?? 0)),
      1,
    )
    return { construct, score, share: 1 - left }
  })
}

/**
 * What a program takes away in all, in points of need.
 *
 *   V = Σ N · [1 − Π (1 − η)]
 *
 * It grows with every component and with every need, and the more a program holds, the less
 * another component adds to it (V is monotone and submodular).
 *
 * @returns 0 to 100 times the number of needs
 * @see Nemhauser, Wolsey & Fisher (1978), Mathematical Programming 14, 265–294.
 */
export function coverageValue(covered: readonly CoveredNeed[]): number {
  return covered.reduce((sum, { score, share }) => sum + score * share, 0)
}
