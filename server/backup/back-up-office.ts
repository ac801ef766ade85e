import { makeArchiveKey } from '../archive/archive-key.ts'
import { type ArchivedTable, ArchiveProblem } from '../archive/contents.ts'
import { copied, readTables, type TableAsItWas } from '../archive/copy-tables.ts'
import { openAsItIs } from '../archive/open-as-it-is.ts'
import { writeArchive } from '../archive/write-archive.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import type { Config } from '../config.ts'
import { officeSchema } from '../database/office.ts'
import { officeTables, rowsForBackup } from './office-rows.ts'

/** Where an office is kept. */
export type OfficePlace = Pick<Config, 'database' | 'dataFolder'>

/**
 * Writes a backup of the office while people work and collect ballots, as the office is at one
 * moment. What is sealed is sealed anew in it, names and addresses of those asked are encrypted,
 * and nothing in the database changes. No key is in it.
 *
 * @param withoutKeys leaves out what a survey that goes on has sealed and has no key file for
 * @returns how many rows it has
 * @throws ArchiveProblem
 */
export async function backUpOffice(
  { database, dataFolder }: OfficePlace,
  path: string,
  withoutKeys: boolean,
): Promise<number> {
  const db = await openAsItIs(database, officeSchema)
  const tables = await readTables(db, officeTables).finally(() => db.destroy())
  const goingOn = withoutKeys ? new Set<unknown>() : thoseGoingOn(tables)
  const rows = rowsForBackup({ config: { dataFolder } }, (assessment, what) => {
    if (goingOn.has(assessment)) throw keyless(assessment, what)
  })
  async function* all(): AsyncGenerator<ArchivedTable> {
    for (const table of tables) yield copied(table, rows)
  }
  const heading = {
    archive: 'groundwork-backup-1',
    store: 'office',
    schema: Object.keys(officeSchema.migrations),
  } as const
  return writeArchive(path, { heading, key: makeArchiveKey(dataFolder) }, all())
}

/** While people can answer, and while answers are opened, what is sealed is needed. */
function thoseGoingOn(tables: readonly TableAsItWas[]): ReadonlySet<unknown> {
  const rows = tables.find(({ name }) => name === 'assessment')?.rows ?? []
  const states: readonly unknown[] = ['frozen', 'open', 'unsealing']
  return new Set(rows.filter(({ state }) => states.includes(state)).map(({ id }) => id))
}

function keyless(assessment: AssessmentId, what: string): ArchiveProblem {
  return new ArchiveProblem(
    `There is no key file for the survey ${assessment}, which goes on, to copy ${what}: nothing was written. If it has just been closed, try again; to leave it out, add --without-keys.`,
  )
}
