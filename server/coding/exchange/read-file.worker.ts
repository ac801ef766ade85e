import type { OwnCode } from '#analysis/coding/codebook.ts'
import { findPersonalDetails } from '#surveys/personal-details/find-personal-details.ts'
import { readCodebook } from '../../coding-files/read-codes.ts'
import { type ReadProject, readProject } from '../../coding-files/read-project.ts'
import { readSegmentTable } from '../../coding-files/segment-table.ts'
import { answerOffThread } from '../../jobs/off-thread.ts'
import { type Problem, Refusal } from '../../refusal.ts'
import { type Outcome, tried } from './tried.ts'

export type ToRead = {
  /** what the study has */
  readonly segments: readonly { readonly id: string; readonly text: string }[]
  readonly thisYear: number
} & (
  | { readonly kind: 'codebook'; readonly file: Uint8Array }
  | { readonly kind: 'project'; readonly file: Uint8Array; readonly coder: number | null }
  | { readonly kind: 'table'; readonly csv: string }
)

/** What a file says: codes of somebody's own, and which segment of the study has which codes. */
export interface ReadFile {
  readonly own: readonly OwnCode[]
  readonly codings: readonly ReadCoding[]
}

export interface ReadCoding {
  /** where the file says it: the row of a table, the number of a passage */
  readonly row: number
  readonly segment: string
  /** as the file has them; whether the codebook knows them is asked later */
  readonly codes: readonly string[]
}

/** One passage of a file, wherever it comes from. */
interface Passage {
  readonly row: number
  readonly id: string | null
  readonly text: string
  readonly codes: readonly string[]
}

const mostProblems = 20

answerOffThread<ToRead>((input): Outcome<ReadFile> => tried(() => read(input)))

function read(input: ToRead): ReadFile {
  switch (input.kind) {
    case 'codebook': {
      const xml = textOf(input.file)
      return { own: named(readCodebook(xml).own, input.thisYear), codings: [] }
    }
    case 'project': {
      const project = readProject(input.file)
      const own = named(project.own, input.thisYear)
      return { own, codings: matched(passagesOf(project, input.coder), input) }
    }
    case 'table': {
      const rows = readSegmentTable(input.csv).map(({ row, draft, codes }) => {
        return { row, id: null, text: draft.text, codes }
      })
      return { own: [], codings: matched(rows, input) }
    }
  }
}

function textOf(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    throw new Refusal('coding-file-not-refi')
  }
}

/** Codes whose words surely name nobody. */
function named(own: readonly OwnCode[], thisYear: number): readonly OwnCode[] {
  const problems = own.flatMap(({ name, definition }, index) =>
    [name, definition].some((text) => namesSomebody(text, thisYear))
      ? [problem(index + 1, 'coding.code-names-person')]
      : [],
  )
  refuseProblems(problems)
  return own
}

function namesSomebody(text: string, thisYear: number): boolean {
  return findPersonalDetails(text, { thisYear }).some(
    ({ certainty }) => certainty === 'sure',
  )
}

/** @throws Refusal 'coding-file-several-coders' where nobody said whose codes to take */
function passagesOf(project: ReadProject, coder: number | null): readonly Passage[] {
  if (project.coders > 1 && coder === null) {
    throw new Refusal('coding-file-several-coders')
  }
  const isWanted = (by: number | null): boolean =>
    coder === null || by === null || by === coder - 1
  return project.groups
    .flatMap(({ segments }) => segments)
    .map(({ guid, draft, codings }, index) => ({
      row: index + 1,
      id: guid,
      text: draft.text,
      codes: codings.filter((one) => isWanted(one.coder)).map(({ code }) => code),
    }))
}

/**
 * Finds each passage among the segments of the study: by its id, else by its words.
 *
 * @throws Refusal 'coding-rows-refused' naming those that are not in it
 */
function matched(passages: readonly Passage[], known: ToRead): readonly ReadCoding[] {
  const ids = new Set(known.segments.map(({ id }) => id))
  const byText = Map.groupBy(known.segments, ({ text }) => text)
  const problems: Problem[] = []
  const found = passages.flatMap(({ row, id, text, codes }): readonly ReadCoding[] => {
    if (id !== null && ids.has(id)) return [{ row, segment: id, codes }]
    const same = byText.get(text.replace(/\s+/gu, ' ').trim()) ?? []
    if (same.length > 0) return same.map((one) => ({ row, segment: one.id, codes }))
    const isSomebody = namesSomebody(text, known.thisYear)
    problems.push(problem(row, isSomebody ? 'coding.row-person' : 'coding.row-unknown'))
    return []
  })
  refuseProblems([...problems, ...contradictions(found)])
  return [...new Map(found.map((one) => [one.segment, one])).values()]
}

/** Two rows that say different things of the same segment. */
function contradictions(found: readonly ReadCoding[]): readonly Problem[] {
  const first = new Map<string, string>()
  return found.flatMap(({ row, segment, codes }) => {
    const said = codes.toSorted().join(' ')
    const before = first.get(segment)
    if (before === undefined) first.set(segment, said)
    return before === undefined || before === said
      ? []
      : [problem(row, 'coding.row-contradicts')]
  })
}

function problem(row: number, say: string): Problem {
  return { where: `row ${row}`, expected: say, say, words: { row } }
}

function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return
  const more = problems.length - mostProblems
  const rest: Problem = {
    where: 'rows',
    expected: `${more} more`,
    say: 'coding.rows-more',
    words: { more },
  }
  throw new Refusal('coding-rows-refused', [
    ...problems.slice(0, mostProblems),
    ...(more > 0 ? [rest] : []),
  ])
}
