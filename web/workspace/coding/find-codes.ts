import type { CodeId } from '#analysis/coding/codebook.ts'
import type { CodeDescription } from '#analysis/coding/describe-code.ts'
import type { CodableSegment, Suggestions } from '#server/coding/contract.ts'

/** As many as there are number keys. */
const mostOffered = 9

/** A code to choose, by its number key. */
export interface Offer {
  readonly code: CodeId
  readonly label: string
  /** shown as a suggestion of the machine, with its share */
  readonly suggestion: Suggestions[number] | null
}

/**
 * The codes that stand under the search, at most nine. Without a search: what is suggested,
 * then what was given most often, then the rest. With one: labels that begin with what was
 * typed, then words that do, then anything it stands in.
 */
export function offersFor(
  typed: string,
  codes: readonly CodeId[],
  describe: (code: CodeId) => CodeDescription,
  suggestions: readonly Suggestions[number][],
  often: ReadonlyMap<CodeId, number>,
): readonly Offer[] {
  const wanted = fold(typed.trim())
  const found = codes
    .map((code) => {
      const { label, means } = describe(code)
      const suggestion = suggestions.find((one) => one.code === code) ?? null
      return { code, label, suggestion, rank: rankOf(wanted, label, means) }
    })
    .filter(({ rank }) => rank > 0)
    .toSorted(
      (a, b) =>
        Number(b.suggestion !== null) - Number(a.suggestion !== null) ||
        b.rank - a.rank ||
        (often.get(b.code) ?? 0) - (often.get(a.code) ?? 0),
    )
  return found.slice(0, mostOffered)
}

function rankOf(wanted: string, label: string, means: string): number {
  if (wanted === '') return 1
  const folded = fold(label)
  if (folded.startsWith(wanted)) return 4
  if (folded.split(/\s+/).some((word) => word.startsWith(wanted))) return 3
  if (folded.includes(wanted)) return 2
  return fold(means).includes(wanted) ? 1 : 0
}

/** Without capitals and marks: nobody has to type them. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** How often each code was given, so that the usual ones are at hand. */
export function timesGiven(
  segments: readonly CodableSegment[],
): ReadonlyMap<CodeId, number> {
  const times = new Map<CodeId, number>()
  for (const code of segments.flatMap(({ codes }) => codes ?? [])) {
    times.set(code, (times.get(code) ?? 0) + 1)
  }
  return times
}
