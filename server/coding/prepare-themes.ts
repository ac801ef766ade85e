import type { CodeId } from '#analysis/coding/codebook.ts'
import { isCodeOf } from '#analysis/coding/codebook.ts'
import { releaseThemes } from '#analysis/coding/locked-study.ts'
import { raises, segmentsWith } from '#analysis/coding/session.ts'
import { longestParaphrase } from '#surveys/focus-groups/segment.ts'
import type { Facilitator } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { verifySessions } from '../group-studies/move-coding.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { changeStudy } from './change-study.ts'
import { oneParagraph } from './compare-coders.ts'
import type { Approve, LockedThemes, RecordCheck, Themes } from './contract.ts'
import { type Settled, settle } from './finished-study.ts'
import { comparedRound, type LoadedStudy, loadStudy } from './load-study.ts'
import { refuseNames } from './refuse-names.ts'
import {
  listChecks,
  removeParaphrase,
  saveCheck,
  saveParaphrase,
} from './settled/store.ts'
import { saidSegment } from './show-study.ts'

type Reach = Pick<Services, 'db' | 'clock' | 'config'>

/** What facilitators prepare before they lock, or what they locked. */
export async function themesOf(
  { db }: Pick<Reach, 'db'>,
  facilitator: Facilitator,
  id: AssessmentId,
): Promise<Themes> {
  const loaded = await loadStudy({ db }, facilitator, id)
  const settled = await settle({ db }, facilitator, id, loaded)
  const isHidden = comparedRound(loaded) === 0
  const table =
    loaded.locked ?? (isHidden ? null : (releaseThemes(settled.study) ?? null))
  const notes = new Map((await listChecks(db, id)).map((one) => [one.code, one.note]))
  return {
    locked: loaded.locked !== null,
    table,
    sources: sourcesOf(loaded, settled, table, notes),
    obstacles: loaded.locked ? [] : settled.obstacles,
  }
}

/** The segments behind each theme that both sides would read. */
function sourcesOf(
  loaded: LoadedStudy,
  { study }: Settled,
  table: LockedThemes | null,
  notes: ReadonlyMap<CodeId, string>,
): Themes['sources'] {
  return (table?.themes ?? []).map(({ code }) => ({
    code,
    segments: segmentsWith(code, study.segments, study.final)
      .filter((segment) => raises(code, segment))
      .map((segment) => ({
        ...saidSegment(loaded, segment),
        paraphrase: study.paraphrases.get(segment.id) ?? null,
      })),
    note: notes.get(code) ?? null,
  }))
}

/**
 * Lets something that was said leave, in words of the facilitator's own: beside a theme that
 * two groups raised, and nowhere else.
 *
 * @throws Refusal 'paraphrase-unfit', 'words-name-people', 'segment-not-found',
 *   'paraphrase-not-reworded', 'paraphrase-of-one-group' where no theme of the segment came up in two groups
 */
export async function approveParaphrase(
  { db, clock, config }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
  segment: string,
  { text: typed, harmless }: Approve,
): Promise<void> {
  const text = oneParagraph(typed)
  const { length } = [...text]
  const isPlain = !/(?![\u{200c}\u{200d}])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(text)
  if (length < 1 || length > longestParaphrase || !isPlain) {
    throw new Refusal('paraphrase-unfit')
  }
  refuseNames({ clock, config }, id, [text], harmless)
  await changeStudy({ db }, facilitator, id, async ({ transaction }) => {
    const { segments } = await loadStudy({ db: transaction }, facilitator, id)
    const said = segments.find((one) => one.id === segment)
    if (!said) throw new Refusal('segment-not-found')
    if (said.text.toLowerCase() === text.toLowerCase()) {
      throw new Refusal('paraphrase-not-reworded')
    }
    const { sources } = await themesOf({ db: transaction }, facilitator, id)
    const isShared = sources.some(({ segments }) =>
      segments.some((one) => one.id === segment),
    )
    if (!isShared) throw new Refusal('paraphrase-of-one-group')
    await saveParaphrase(transaction, id, segment, text)
  })
}

/** Takes an approved paraphrase back. */
export async function withdrawParaphrase(
  { db }: Pick<Reach, 'db'>,
  facilitator: Facilitator,
  id: AssessmentId,
  segment: string,
): Promise<void> {
  await changeStudy({ db }, facilitator, id, ({ transaction }) =>
    removeParaphrase(transaction, id, segment),
  )
}

/**
 * Keeps what participants said when a theme was sent back to them: of all together, and not
 * who said it.
 *
 * @throws Refusal 'code-not-found', 'reason-unfit' for a correction without words,
 *   'words-name-people'
 */
export async function recordCheck(
  { db, clock, config }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
  code: CodeId,
  { outcome, note: typed, harmless }: RecordCheck,
): Promise<void> {
  const note = oneParagraph(typed)
  const isMissing = outcome === 'corrected' && note === ''
  if (isMissing || [...note].length > longestParaphrase) throw new Refusal('reason-unfit')
  refuseNames({ clock, config }, id, [note], harmless)
  await changeStudy({ db }, facilitator, id, async ({ transaction, study }) => {
    if (!isCodeOf(study.codebook, code)) throw new Refusal('code-not-found')
    await saveCheck(transaction, id, { code, outcome, note })
    await verifySessions(transaction, id)
  })
}
