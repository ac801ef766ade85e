import { join } from 'node:path'
import { findArchiveKey } from '../../archive/archive-key.ts'
import { changedRows, readThrough } from '../../archive/changed-rows.ts'
import { ArchiveProblem, type Row } from '../../archive/contents.ts'
import type { CopyRow } from '../../archive/copy-tables.ts'
import { putBack } from '../../archive/put-back.ts'
import { checkArchive, tablesIn } from '../../archive/read-archive.ts'
import { refuseOther } from '../../archive/refuse-other.ts'
import type {
  Inspected,
  StoreBackups,
  TellOfSurvey,
} from '../../archive/store-backups.ts'
import { ballotSchema } from '../../database/ballots.ts'
import { isPostgres } from '../../database/engine.ts'
import { DamagedBucket } from '../slots/sealed-bucket.ts'
import { StoreKeys } from '../slots/store-keys.ts'
import { type BoxPlace, backUpBox } from './back-up-box.ts'
import { rowsFromBackup } from './box-rows.ts'

/** The backups of a ballot box, for the operator's commands. */
export function boxBackups(place: BoxPlace): StoreBackups {
  const { database } = place
  return {
    place: isPostgres(database) ? 'the PostgreSQL database of the ballot box' : database,
    backUp: (path, withoutKeys) => backUpBox(place, path, withoutKeys),
    inspect: (path) => inspect(place, path),
    putBack: (path) => putBackBox(place, path),
  }
}

const always = [
  'Ballots that were cast, changed or taken back after the backup was made are not in it, and nobody can say whose or how many. They can be cast again from the device or the ballot code that holds them until the survey closes; what is not cast again does not count.',
  'Accounts, results and who may answer are in the office, which has backups of its own.',
]

async function inspect(place: BoxPlace, path: string): Promise<Inspected> {
  const checked = await checkArchive(path, findArchiveKey(place.dataFolder))
  refuseOther(checked, 'ballot-box')
  const keys = new StoreKeys(join(place.dataFolder, 'keys'))
  const surveys: TellOfSurvey[] = []
  const fromBackup = rowsFromBackup(keys)
  const box: CopyRow = (row) => {
    surveys.push(tellOf(row, keys))
    return row
  }
  try {
    await readThrough(changedRows(tablesIn(path), { ...fromBackup, box }))
  } catch (error) {
    if (error instanceof DamagedBucket) throw notOpening(error)
    throw error
  }
  return { checked, surveys, always }
}

async function putBackBox(place: BoxPlace, path: string): Promise<void> {
  const { heading } = await checkArchive(path, findArchiveKey(place.dataFolder))
  const keys = new StoreKeys(join(place.dataFolder, 'keys'))
  const tables = changedRows(tablesIn(path), rowsFromBackup(keys))
  await putBack(place.database, ballotSchema, heading, tables)
}

function tellOf(row: Row, keys: StoreKeys): TellOfSurvey {
  const id = String(row['assessment_id'])
  const state = String(row['state'])
  const hasKey = keys.read(id) !== null
  const isOver = state === 'shredded'
  return {
    id,
    name: `Survey ${id}`,
    state,
    follows: isOver ? [] : hasKey ? whatFollows(state) : [gone],
    keyless: isOver || hasKey ? [] : ['its ballots'],
  }
}

const gone =
  'The key of its slots is not here. If it was destroyed because the survey ended, nobody can open them any more; if the keys were only not copied to this machine, copy them first.'

function whatFollows(state: string): readonly string[] {
  switch (state) {
    case 'open':
      return [
        'Casting goes on with what is in the backup, unless the office has closed the survey since.',
      ]
    case 'closed':
      return ['Nothing is taken any more; what is in the backup can be counted.']
    default:
      return [
        'It was not open yet. If it has been opened since, the office opens it again when it is started, with no ballot in it.',
      ]
  }
}

function notOpening({ assessment, unit, bucket }: DamagedBucket): ArchiveProblem {
  return new ArchiveProblem(
    `Bucket ${bucket} of unit ${unit} in survey ${assessment} does not open with the key that is here: it was changed, or the key is another's.`,
  )
}
