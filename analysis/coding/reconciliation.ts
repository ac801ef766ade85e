import type { DoubleCoding } from './agreement.ts'
import type { CodeId } from './codebook.ts'
import { type Coding, codesBy } from './coding.ts'

/** One of two coders gave a code that the other did not. */
export interface Disagreement {
  readonly segment: string
  readonly code: CodeId
  /** who said yes, and who did not */
  readonly yes: string
  readonly no: string
}

export type Verdict = 'applies' | 'does-not-apply'

/** What two coders settled on after talking it over, and why. */
export interface Decision {
  readonly segment: string
  readonly code: CodeId
  readonly verdict: Verdict
  /** in their words, 1–400 characters; no names */
  readonly reason: string
}

/** A code that a segment has in the end, and how it came to it. */
export interface FinalCoding {
  readonly segment: string
  readonly code: CodeId
  readonly basis: 'one-coder' | 'both-coders' | 'decided'
}

/** What is kept of a disagreement: never who was right, and no time. */
export interface LoggedDecision extends Disagreement {
  readonly verdict: Verdict
  readonly reason: string
}

export interface Reconciled {
  readonly final: readonly FinalCoding[]
  /** still to be talked over; their codes are not final */
  readonly open: readonly Disagreement[]
  readonly log: readonly LoggedDecision[]
}

/** of a reason, in characters */
export const longestReason = 400

/** Every code that one gave and the other did not, by segment as they stand. */
export function disagreementsOf(
  coded: DoubleCoding,
  codings: readonly Coding[],
): readonly Disagreement[] {
  const first = codesBy(codings, coded.first)
  const second = codesBy(codings, coded.second)
  return coded.segments.flatMap((segment) => {
    const one = first(segment)
    const other = second(segment)
    return [...one.symmetricDifference(other)].toSorted().map((code) => {
      const [yes, no] = one.has(code)
        ? [coded.first, coded.second]
        : [coded.second, coded.first]
      return { segment, code, yes, no }
    })
  })
}

/**
 * The codes segments have in the end. Of a segment coded twice: what both gave, and what was
 * decided to apply. Of any other: what its one coder gave. The last decision on a
 * disagreement counts.
 *
 * @throws RangeError for a decision on something nobody disagreed on, or a reason that is
 *   empty or longer than 400 characters
 */
export function reconcile(
  coded: DoubleCoding,
  codings: readonly Coding[],
  decisions: readonly Decision[],
): Reconciled {
  const disagreements = disagreementsOf(coded, codings)
  const decided = new Map(decisions.map((one) => [keyOf(one), one]))
  checkDecisions(decisions, new Set(disagreements.map(keyOf)))
  const log = disagreements.flatMap((one) => {
    const decision = decided.get(keyOf(one))
    return decision
      ? [{ ...one, verdict: decision.verdict, reason: decision.reason }]
      : []
  })
  const settled: readonly FinalCoding[] = log
    .filter(({ verdict }) => verdict === 'applies')
    .map(({ segment, code }) => ({ segment, code, basis: 'decided' }))
  return {
    final: [...undisputed(coded, codings), ...settled].toSorted(bySegmentAndCode),
    open: disagreements.filter((one) => !decided.has(keyOf(one))),
    log,
  }
}

function undisputed(
  coded: DoubleCoding,
  codings: readonly Coding[],
): readonly FinalCoding[] {
  const twice = new Set(coded.segments)
  const first = codesBy(codings, coded.first)
  const second = codesBy(codings, coded.second)
  const both = coded.segments.flatMap((segment) =>
    [...first(segment).intersection(second(segment))].map((code) => {
      return { segment, code, basis: 'both-coders' } as const
    }),
  )
  const once = new Map(
    codings
      .filter(({ segment }) => !twice.has(segment))
      .map(({ segment, code }) => [
        keyOf({ segment, code }),
        { segment, code, basis: 'one-coder' } as const,
      ]),
  )
  return [...both, ...once.values()]
}

function checkDecisions(decisions: readonly Decision[], disputed: ReadonlySet<string>) {
  for (const { segment, code, reason } of decisions) {
    if (!disputed.has(keyOf({ segment, code }))) {
      throw new RangeError(`expected a disagreement, got ${code} of ${segment}`)
    }
    const { length } = [...reason.trim()]
    if (length < 1 || length > longestReason) {
      throw new RangeError(
        `expected a reason of 1–${longestReason} characters, got ${length}`,
      )
    }
  }
}

interface Given {
  readonly segment: string
  readonly code: CodeId
}

const keyOf = ({ segment, code }: Given): string => `${code} ${segment}`

/** So that nothing tells the order in which codes were given. */
function bySegmentAndCode(a: Given, b: Given): number {
  if (a.segment !== b.segment) return a.segment < b.segment ? -1 : 1
  return a.code < b.code ? -1 : 1
}
