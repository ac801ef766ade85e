import type { PaperSection } from '#analysis/orientation/document.ts'
import { conflictsIn } from '#analysis/orientation/edits.ts'
import { textsInSection, textsOf } from '#analysis/orientation/map-texts.ts'
import { makeMaterial } from '#analysis/orientation/materials.ts'
import { isPlain } from '#analysis/orientation/readability.ts'
import type { Passage } from '#analysis/orientation/voice.ts'
import type { Locale } from '#surveys/locale.ts'
import type { Member, Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { ChangePassage, MaterialText } from './contract.ts'
import { recordsOf } from './records-of.ts'
import {
  deleteEdit,
  type KeptEdit,
  listEdits,
  type MaterialKey,
  saveEdit,
} from './store.ts'

type Reach = Pick<Services, 'db'>

/** A material passage by passage, with what people wrote in place of them. */
export async function textOf(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
  { kind, locale }: MaterialKey,
): Promise<MaterialText> {
  const { records } = await recordsOf({ db }, member, id)
  const paper = makeMaterial(kind, records, locale)
  const edits = (await listEdits(db, id)).filter(
    (edit) => edit.kind === kind && edit.locale === locale,
  )
  return {
    title: paper.title.text,
    sections: paper.sections.map((section) => {
      return {
        title: section.title.text,
        passages: passagesIn(section, locale, edits),
      }
    }),
    left: conflictsIn(paper, edits).filter(({ now }) => now === null),
  }
}

function passagesIn(
  section: PaperSection<Passage>,
  locale: Locale,
  edits: readonly KeptEdit[],
): MaterialText['sections'][number]['passages'] {
  const changeable = textsInSection(section).filter(({ id }) => id !== '')
  const once = new Map(changeable.map((passage) => [passage.id, passage]))
  return [...once.values()].map(({ id, text }) => {
    const edit = edits.find(({ passage }) => passage === id)
    return {
      id,
      text,
      words: edit?.words ?? null,
      base: edit?.base ?? null,
      by: edit?.by ?? null,
      isPlain: isEasy(edit?.words ?? text, locale),
    }
  })
}

/** Headings and names are no sentences: a single long word in them says nothing. */
const isEasy = (text: string, locale: Locale): boolean =>
  !/\p{L}.*[.!?]$/su.test(text) || isPlain(text, locale)

/**
 * Keeps words in place of a passage, or takes them back where none are given. They stand
 * through every change of the program; what changed beneath them is shown beside them.
 */
export async function changePassage(
  { db }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  key: MaterialKey,
  { passage, base, words }: ChangePassage,
): Promise<MaterialText> {
  if (words === '') {
    await recordsOf({ db }, organiser, id)
    await deleteEdit(db, id, { ...key, passage })
    return textOf({ db }, organiser, id, key)
  }
  const { records } = await recordsOf({ db }, organiser, id)
  const paper = makeMaterial(key.kind, records, key.locale)
  const now = textsOf(paper).find((one) => one.id === passage)
  if (!now) throw new Refusal('passage-not-found')
  if (now.text !== base) throw new Refusal('passage-changed-meanwhile')
  await saveEdit(db, id, { ...key, passage, base, words, by: organiser.name })
  return textOf({ db }, organiser, id, key)
}
