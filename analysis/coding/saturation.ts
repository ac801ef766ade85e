import type { Segment } from '#surveys/focus-groups/segment.ts'
import { type CodeId, constructOfCode } from './codebook.ts'
import type { FinalCoding } from './reconciliation.ts'
import { countedSessions, type Session } from './session.ts'

/** When a study may stop holding groups. */
export interface StopRule {
  /** groups to hold at least, however little new they bring; 3 or more */
  readonly fewestGroups: number
  /** how many groups in a row must have brought no new construct; 1 or more */
  readonly quietGroups: number
}

/** At least three groups, and nothing new in the last of them. */
export const usualStopRule: StopRule = { fewestGroups: 3, quietGroups: 1 }

/** What one more group brought. Counts only: which codes would tell what that group said. */
export interface SaturationRow {
  /** 1 for the first group held */
  readonly place: number
  readonly newCodes: number
  /** of them constructs */
  readonly newConstructs: number
  /** different codes so far */
  readonly codesSoFar: number
  /** of all codes found in all groups held, 0 to 1 */
  readonly share: number
}

export interface Saturation {
  readonly rows: readonly SaturationRow[]
  readonly verdict: 'too-few-groups' | 'go-on' | 'enough'
}

/**
 * How many codes each further group added, in the order they were held, and whether the
 * stop rule is met. The share is of what was found: what no group said is not known.
 *
 * @param sessions in the order they were held; conversations do not count
 * @throws RangeError for a rule below its bounds
 * @see Guest, Namey & McKenna (2017), Field Methods 29, 3–22
 */
export function saturationOf(
  sessions: readonly Session[],
  segments: readonly Segment[],
  final: readonly FinalCoding[],
  rule: StopRule = usualStopRule,
): Saturation {
  if (!(rule.fewestGroups >= 3 && rule.quietGroups >= 1)) {
    throw new RangeError(
      `expected 3 groups and 1 quiet one at least, got ${rule.fewestGroups} and ${rule.quietGroups}`,
    )
  }
  const seen = new Set<CodeId>()
  const steps = countedSessions(sessions).map((session) => {
    const found = codesIn(session, segments, final).difference(seen)
    for (const code of found) seen.add(code)
    const newConstructs = [...found].filter(constructOfCode).length
    return { newCodes: found.size, newConstructs, codesSoFar: seen.size }
  })
  const rows = steps.map((step, index) => {
    return { place: index + 1, ...step, share: step.codesSoFar / Math.max(1, seen.size) }
  })
  return { rows, verdict: verdictOn(rows, rule) }
}

function codesIn(
  { id }: Session,
  segments: readonly Segment[],
  final: readonly FinalCoding[],
): Set<CodeId> {
  const own = new Set(segments.filter(({ group }) => group === id).map((one) => one.id))
  return new Set(final.filter(({ segment }) => own.has(segment)).map(({ code }) => code))
}

function verdictOn(
  rows: readonly SaturationRow[],
  { fewestGroups, quietGroups }: StopRule,
): Saturation['verdict'] {
  if (rows.length < fewestGroups) return 'too-few-groups'
  const last = rows.slice(-quietGroups)
  return last.every(({ newConstructs }) => newConstructs === 0) ? 'enough' : 'go-on'
}
