import { noBackupCodes } from '../accounts/no-backup-codes.ts'
import { findArchiveKey } from '../archive/archive-key.ts'
import { changedRows, readThrough } from '../archive/changed-rows.ts'
import type { Row } from '../archive/contents.ts'
import { putBack } from '../archive/put-back.ts'
import { checkArchive, tablesIn } from '../archive/read-archive.ts'
import { refuseOther } from '../archive/refuse-other.ts'
import type { Inspected, StoreBackups } from '../archive/store-backups.ts'
import { isPostgres } from '../database/engine.ts'
import { officeSchema } from '../database/office.ts'
import { backUpOffice, type OfficePlace } from './back-up-office.ts'
import { rowsFromBackup } from './office-rows.ts'
import { whatFollows } from './what-follows.ts'

/** The backups of an office, for the operator's commands. */
export function officeBackups(place: OfficePlace): StoreBackups {
  const { database } = place
  return {
    place: isPostgres(database) ? 'the PostgreSQL database of the office' : database,
    backUp: (path, withoutKeys) => backUpOffice(place, path, withoutKeys),
    inspect: (path) => inspect(place, path),
    putBack: (path) => putBackOffice(place, path),
  }
}

const always = [
  'Everything done in the workspace after the backup was made is not in it. Accounts, passwords and roles are again as they were: somebody who was removed since is back, and must be removed again.',
  'No backup code of a second factor works any more, used or not: whoever has one signs in with the app and has new codes made. Whoever has lost the app comes back with a half of each side. Passwords changed and second factors set up since are again those of then: change them again.',
  'Everybody has to sign in again. Links to join and to set up that were not used have to be made anew; links of key holders and managers are again those of then.',
  'What people answered is in the ballot box, which has backups of its own.',
]

async function inspect(place: OfficePlace, path: string): Promise<Inspected> {
  const checked = await checkArchive(path, findArchiveKey(place.dataFolder))
  refuseOther(checked, 'office')
  const missing = new Map<string, Set<string>>()
  const rows = rowsFromBackup(reachOf(place), (assessment, what) => {
    missing.set(assessment, (missing.get(assessment) ?? new Set()).add(what))
  })
  const assessments: Row[] = []
  const assessment = (row: Row): Row => {
    assessments.push(row)
    return row
  }
  await readThrough(changedRows(tablesIn(path), { ...rows, assessment }))
  const surveys = assessments.map((row) => ({
    id: String(row['id']),
    name: `“${row['name']}” of ${row['organization_name']}`,
    state: String(row['state']),
    ...whatFollows(String(row['state']), [...(missing.get(String(row['id'])) ?? [])]),
  }))
  return { checked, surveys, always }
}

async function putBackOffice(place: OfficePlace, path: string): Promise<void> {
  const { heading } = await checkArchive(path, findArchiveKey(place.dataFolder))
  const backupCodes = await noBackupCodes(place.dataFolder)
  const rows = rowsFromBackup(reachOf(place), () => undefined, backupCodes)
  await putBack(place.database, officeSchema, heading, changedRows(tablesIn(path), rows))
}

const reachOf = ({ dataFolder }: OfficePlace) => ({ config: { dataFolder } })
