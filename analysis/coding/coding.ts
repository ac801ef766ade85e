import type { CodeId } from './codebook.ts'

/** One code that one coder gave to one segment. */
export interface Coding {
  readonly segment: string
  readonly code: CodeId
  readonly coder: string
}

const nothing: ReadonlySet<CodeId> = new Set()

/** What one coder gave, to be asked segment by segment. */
export function codesBy(
  codings: readonly Coding[],
  coder: string,
): (segment: string) => ReadonlySet<CodeId> {
  const given = new Map<string, Set<CodeId>>()
  for (const coding of codings) {
    if (coding.coder !== coder) continue
    const codes = given.get(coding.segment) ?? new Set()
    given.set(coding.segment, codes.add(coding.code))
  }
  return (segment) => given.get(segment) ?? nothing
}
