import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { findPersonalDetails } from '#surveys/personal-details/find-personal-details.ts'
import { type NameFilter, openNameFilter } from '#surveys/personal-details/name-filter.ts'
import { AssessmentId } from '../assessments/contract.ts'
import { createFile, eraseFile, readFile } from '../erasable-file.ts'
import type { Services } from '../services.ts'

type Reach = Pick<Services, 'config'>

/**
 * The names on an assessment's list, as a filter that recognizes a name and cannot be read, and
 * the key without which it recognizes nobody. In base64.
 */
export interface RosterNames {
  readonly filter: string
  readonly key: string
}

const ending = '.names'
const keyBytes = 16

/** A key for the filter of one list. */
export function newNamesKey(): Uint8Array {
  return randomBytes(keyBytes)
}

/**
 * Keeps the filter of the list that stands, in place of the one before; null where the list has
 * no names. Among the key files: no database and no backup has it, and with the file it is gone.
 */
export function keepRosterNames(
  reach: Reach,
  id: AssessmentId,
  names: RosterNames | null,
): void {
  forgetRosterNames(reach, id)
  if (names) createFile(pathOf(reach, id), JSON.stringify(names))
}

/** @returns null where there is none */
export function findRosterNames(reach: Reach, id: AssessmentId): RosterNames | null {
  const kept = readFile(pathOf(reach, id))
  return kept === null ? null : JSON.parse(kept)
}

/** The filter, ready to be asked; undefined where there is none. */
export function rosterOf(reach: Reach, id: AssessmentId): NameFilter | undefined {
  const names = findRosterNames(reach, id)
  if (!names) return undefined
  return openNameFilter(
    Buffer.from(names.filter, 'base64'),
    Buffer.from(names.key, 'base64'),
  )
}

/**
 * Tells whether a text surely names somebody on the list. For texts of pages that have no
 * filter, and so cannot ask about what only may be a name.
 */
export function listedIn(
  { config, clock }: Reach & Pick<Services, 'clock'>,
  id: AssessmentId,
): (text: string) => boolean {
  const roster = rosterOf({ config }, id)
  if (!roster) return () => false
  const thisYear = clock.now().getUTCFullYear()
  return (text) =>
    findPersonalDetails(text, { thisYear, roster }).some(
      ({ certainty }) => certainty === 'sure',
    )
}

export function forgetRosterNames(reach: Reach, id: AssessmentId): void {
  eraseFile(pathOf(reach, id))
}

/** Every assessment whose names are kept, also one that has itself been removed. */
export function listRosterNames(reach: Reach): readonly AssessmentId[] {
  const folder = folderOf(reach)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => AssessmentId.parse(name.slice(0, -ending.length)))
}

function pathOf(reach: Reach, id: AssessmentId): string {
  return join(folderOf(reach), `${id}${ending}`)
}

function folderOf({ config }: Reach): string {
  return join(config.dataFolder, 'keys', 'roster-names')
}
