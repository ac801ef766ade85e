/** What a detector can find, the more telling kinds first: where two findings overlap, the
 * earlier kind names the place. */
export const detailKinds = [
  'email',
  'bank-account',
  'national-number',
  'staff-number',
  'phone',
  'web-address',
  'postal-address',
  'birth-date',
  'number-plate',
  'handle',
  'name',
  'long-number',
] as const

export type DetailKind = (typeof detailKinds)[number]

/** `sure`: a checksum, a fixed form, a word that says so, or two signs of a name together.
 * `likely`: one sign; a reader has to judge. */
export type Certainty = 'sure' | 'likely'

/** A place in a text, in UTF-16 units of the text as typed; `end` is not included. */
export interface Place {
  readonly start: number
  readonly end: number
}

export interface Finding extends Place {
  readonly kind: DetailKind
  readonly certainty: Certainty
}

const rank = ({ certainty, kind }: Finding): number =>
  (certainty === 'sure' ? 0 : detailKinds.length) + detailKinds.indexOf(kind)

function joined(first: Finding, second: Finding): Finding {
  const { kind, certainty } = rank(second) < rank(first) ? second : first
  const start = Math.min(first.start, second.start)
  return { kind, certainty, start, end: Math.max(first.end, second.end) }
}

/**
 * Findings in the order of the text, none overlapping. Those that overlapped become one that
 * covers them all: what any detector saw stays covered.
 */
export function withoutOverlaps(findings: readonly Finding[]): readonly Finding[] {
  const apart: Finding[] = []
  for (const finding of findings.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1)
    if (last && finding.start < last.end) apart[apart.length - 1] = joined(last, finding)
    else apart.push(finding)
  }
  return apart
}

/** Every match of a pattern as one kind of finding; a verdict of `undefined` drops it. */
export function matches(
  text: string,
  pattern: RegExp,
  kind: DetailKind,
  verdict: (match: RegExpExecArray) => Certainty | undefined,
): readonly Finding[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const certainty = verdict(match)
    const end = match.index + match[0].length
    return certainty ? [{ kind, certainty, start: match.index, end }] : []
  })
}
