import { findArchiveKey } from '../archive/archive-key.ts'
import { changedRows, readThrough } from '../archive/changed-rows.ts'
import type { Row } from '../archive/contents.ts'
import { putBack } from '../archive/put-back.ts'
import { checkArchive, tablesIn } from '../archive/read-archive.ts'
import { refuseOther } from '../archive/refuse-other.ts'
import type { Inspected, StoreBackups } from '../archive/store-backups.ts'
import { recordAtMachine } from '../audit/record-act.ts'
import { isPostgres } from '../database/engine.ts'
import { officeSchema, openOffice } from '../database/office.ts'
import { systemClock } from '../services.ts'
import { backUpOffice, type OfficePlace } from './back-up-office.ts'
import { rowsFromBackup } from './office-rows.ts'
import { whatFollows } from './what-follows.ts'

/** The backups of an office, for the operator's commands. */
export function officeBackups(place: OfficePlace): StoreBackups {
  const { database } = place
  return {
    place: isPostgres(database) ? 'the PostgreSQL database of the office' : database,
    async backUp(path, withoutKeys) {
      const rows = await backUpOffice(place, path, withoutKeys)
      await putOnRecord(place, 'backup-made')
      return rows
    },
    inspect: (path) => inspect(place, path),
    async putBack(path) {
      await putBackOffice(place, path)
      await putOnRecord(place, 'backup-put-back')
    },
  }
}

const always = [
  'Everything done in the workspace after the backup was made is not in it. Accounts, passwords and roles are again as they were: somebody who was removed since is back, and must be removed again.',
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
  const rows = rowsFromBackup(reachOf(place), () => undefined)
  await putBack(place.database, officeSchema, heading, changedRows(tablesIn(path), rows))
}

/** In the store as it is now: neither a backup nor what was put back says it of itself. */
async function putOnRecord(
  { database }: OfficePlace,
  action: 'backup-made' | 'backup-put-back',
): Promise<void> {
  const db = await openOffice(database)
  await recordAtMachine({ db, clock: systemClock }, action).finally(() => db.destroy())
}

const reachOf = ({ dataFolder }: OfficePlace) => ({ config: { dataFolder } })
