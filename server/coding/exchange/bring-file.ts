import {
  addOwnCode,
  type Codebook,
  type CodeId,
  codesOf,
  isCodeOf,
  type OwnCode,
} from '#analysis/coding/codebook.ts'
import type { Facilitator } from '../../accounts/access.ts'
import type { AssessmentId } from '../../assessments/contract.ts'
import { runOffThread } from '../../jobs/off-thread.ts'
import { type Problem, Refusal } from '../../refusal.ts'
import type { Services } from '../../services.ts'
import { type Change, changeStudy } from '../change-study.ts'
import { refuseForeign } from '../code-segment.ts'
import type { Brought } from '../contract.ts'
import { wordedIn } from '../keep-codebook.ts'
import { loadStudy } from '../load-study.ts'
import {
  type Given,
  listGiven,
  listStudySegments,
  saveCodebook,
  saveGiven,
} from '../store.ts'
import type { ReadCoding, ReadFile, ToRead } from './read-file.worker.ts'
import { foundIn, type Outcome } from './tried.ts'

type Reach = Pick<Services, 'db' | 'clock'>

export type FileToBring =
  | { readonly kind: 'codebook'; readonly file: Uint8Array }
  | { readonly kind: 'project'; readonly file: Uint8Array; readonly coder: number | null }
  | { readonly kind: 'table'; readonly csv: string }

/** Far more codes of their own than two people can keep apart. */
const mostOwnCodes = 300
const mostProblems = 20

/**
 * Takes codes from a file, as if the coder who brings it had given them here: codes of one's
 * own that are new, and what the segments of this study have. Read on another thread; all of
 * it is taken, or nothing. Segments without a code in the file keep what they have. Segments that the study does not have are refused: what was said
 * comes from the room alone.
 *
 * @throws Refusal `coding-file-…`, 'coding-table-not-read', or 'coding-rows-refused', naming
 *   rows or passages by number and repeating nothing of them; and as `changeStudy`
 */
export async function bringFile(
  { db, clock }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
  file: FileToBring,
): Promise<Brought> {
  const { segments } = await loadStudy({ db }, facilitator, id)
  const known = segments.map((segment) => ({ id: segment.id, text: segment.text }))
  const input: ToRead = {
    ...file,
    segments: known,
    thisYear: clock.now().getUTCFullYear(),
  }
  const worker = new URL('./read-file.worker.ts', import.meta.url)
  const { own, codings } = foundIn(await runOffThread<Outcome<ReadFile>>(worker, input))
  return changeStudy({ db }, facilitator, id, async (change) => {
    const codebook = withCodes(change.study.codebook, own)
    const given = await changedBy(change, id, codebook, codings)
    const codes = codebook.own.length - change.study.codebook.own.length
    if (codes > 0) await saveCodebook(change.transaction, id, codebook)
    await saveGiven(change.transaction, id, given)
    return { codes, segments: given.length }
  })
}

/** The codebook with those of these codes that it does not have. */
function withCodes(codebook: Codebook, own: readonly OwnCode[]): Codebook {
  const fresh = own.filter(({ id }) => !isCodeOf(codebook, id))
  if (codebook.own.length + fresh.length > mostOwnCodes) {
    throw new Refusal('coding-file-too-large')
  }
  return fresh.reduce<Codebook>((before, { id, name, definition }) => {
    const uuid = id.slice('own.'.length)
    return wordedIn(addOwnCode(before, { uuid, name, definition }))
  }, codebook)
}

/** What the file would change, once nothing of it may not be changed. */
async function changedBy(
  { transaction, coder }: Change,
  id: AssessmentId,
  codebook: Codebook,
  codings: readonly ReadCoding[],
): Promise<readonly Given[]> {
  const parts = new Map(
    (await listStudySegments(transaction, id)).map((part) => [part.id, part]),
  )
  const mine = new Map(
    (await listGiven(transaction, id))
      .filter((one) => one.coder === coder.userId)
      .map((one) => [one.segment, one.codes]),
  )
  const problems: Problem[] = []
  const given = codings.flatMap(({ row, segment, codes }) => {
    const before = mine.get(segment)
    const unique = [...new Set(codes)].toSorted()
    // No code may mean that none fits or that nobody has looked: what is here stays.
    if (unique.length === 0 || isSame(before, unique)) return []
    const wrong = wrongWith(codebook, unique, before ?? [])
    try {
      refuseForeign(parts.get(segment), coder)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      problems.push(problem(row, `refusal.${error.code}`))
    }
    if (wrong) problems.push(problem(row, wrong))
    // Every one of them is a code of the codebook: `wrongWith` has just said so.
    return [{ segment, coder: coder.userId, codes: unique as readonly CodeId[] }]
  })
  if (problems.length > 0) {
    throw new Refusal('coding-rows-refused', problems.slice(0, mostProblems))
  }
  return given
}

function isSame(
  before: readonly CodeId[] | undefined,
  codes: readonly string[],
): boolean {
  return before?.toSorted().join(' ') === codes.join(' ')
}

function wrongWith(
  codebook: Codebook,
  codes: readonly string[],
  before: readonly CodeId[],
): string | undefined {
  if (codes.some((code) => !isCodeOf(codebook, code))) return 'coding.row-code-unknown'
  const usable = new Set<string>([...codesOf(codebook), ...before])
  return codes.some((code) => !usable.has(code)) ? 'coding.row-code-retired' : undefined
}

const problem = (row: number, say: string): Problem => ({
  where: `row ${row}`,
  expected: say,
  say: say.startsWith('refusal.') ? `coding.row-${say.slice('refusal.'.length)}` : say,
  words: { row },
})
