import type { Paper } from '#analysis/orientation/document.ts'
import { changesBetween, missingIn } from '#analysis/orientation/editions.ts'
import { conflictsIn, withEdits } from '#analysis/orientation/edits.ts'
import { materialKinds } from '#analysis/orientation/material-kinds.ts'
import { makeMaterial } from '#analysis/orientation/materials.ts'
import type { Records } from '#analysis/orientation/records.ts'
import type { Passage } from '#analysis/orientation/voice.ts'
import type { Locale } from '#surveys/locale.ts'
import type { Standing } from './contract.ts'
import type { Edition, KeptEdit, MaterialKey } from './store.ts'

/** What a kit is made from, and compared with. */
export interface ToStand {
  readonly records: Records
  readonly locales: readonly Locale[]
  readonly editions: readonly Edition[]
  readonly edits: readonly KeptEdit[]
}

/** One material as it reads today, and how it stands beside what was published. */
export interface Standings extends MaterialKey {
  /** JSON of the material with its passages */
  readonly content: string
  readonly standing: Standing
}

/** Every material in the languages asked for. Some 1 ms each: call it in a worker. */
export function makeKit(input: ToStand): readonly Standings[] {
  return input.locales.flatMap((locale) =>
    materialKinds.map((kind) => standingOf({ kind, locale }, input)),
  )
}

function standingOf(key: MaterialKey, { records, editions, edits }: ToStand): Standings {
  const made = makeMaterial(key.kind, records, key.locale)
  const own = edits.filter((edit) => isOf(edit, key))
  const paper = withEdits(made, own)
  const missing = missingIn(paper)
  const conflicts = conflictsIn(made, own).length
  const edition = editions.find((one) => isOf(one, key))
  const standing = edition
    ? besideEdition(edition, paper, missing, conflicts)
    : beforeEdition(missing, conflicts)
  return { ...key, content: JSON.stringify(paper), standing }
}

const isOf = (one: MaterialKey, { kind, locale }: MaterialKey): boolean =>
  one.kind === kind && one.locale === locale

function beforeEdition(missing: readonly string[], conflicts: number): Standing {
  if (missing.length > 0) return { state: 'incomplete', missing }
  return conflicts > 0 ? { state: 'conflict', passages: conflicts } : { state: 'ready' }
}

function besideEdition(
  { content, on, by }: Edition,
  now: Paper<Passage>,
  missing: readonly string[],
  conflicts: number,
): Standing {
  const changes = changesBetween(JSON.parse(content) as Paper<Passage>, now) // written by us
  if (changes.length === 0 && conflicts === 0) return { state: 'published', on, by }
  return { state: 'out-of-date', on, by, changes, missing, conflicts }
}
