import type { Row } from '../archive/contents.ts'
import type { CopyRow, TablesToCopy } from '../archive/copy-tables.ts'
import { hidden, shownAgain } from '../archive/hidden-text.ts'
import { AssessmentId } from '../assessments/contract.ts'
import { boxSealedAnew as briefingSeatsAnew } from '../briefings/change-box.ts'
import type { Config } from '../config.ts'
import { boxSealedAnew } from '../group-seats/change-box.ts'
import {
  findKeyForCopies,
  keyForCopies,
  mutedAnew,
  toSendAnew,
} from '../invitations/invitations-in-backups.ts'
import { keysOfRegistrar } from '../registrar/registrar.ts'
import {
  participationAnew,
  signingKeyAnew,
  wishesAnew,
} from '../registrar/sealed-anew.ts'
import { keyForCopiesOfShares } from '../tally/tally-keys.ts'

/** Where the key files of the office are. */
export interface KeysOfOffice {
  readonly config: Pick<Config, 'dataFolder'>
}

/** Told of an assessment for which something sealed has no key any more. */
export type Keyless = (assessment: AssessmentId, what: string) => void

/**
 * Tables others refer to come first. Whoever was signed in, or holds a one-time link, is not in
 * a copy: a session that was ended and a link that was used must not work again. Nor is what
 * belongs to the processes of then.
 */
export const officeTables: TablesToCopy = {
  parents: [
    'organization',
    'user',
    'assessment',
    'group_study',
    'group_session',
    'group_notes',
    'group_segment',
    'coding_study',
    'coding_segment',
  ],
  leftOut: [
    'session',
    'verification',
    'door_key',
    'way_back',
    'job',
    'guess',
    'act_begun',
  ],
}

/**
 * An earlier number than any key file's: what is put back from a backup is known as put back,
 * however young it is. The real one would tell how long the survey had been open.
 */
const epochOfCopy = -1

/**
 * How rows go into a backup: all that is sealed anew; names, addresses and the shares of an
 * opening encrypted, as they are destroyed one day.
 */
export function rowsForBackup(
  reach: KeysOfOffice,
  keyless: Keyless,
): Readonly<Record<string, CopyRow>> {
  const people = remembered((id) => keyForCopies(reach, id))
  return {
    ...sealedRows(reach, keyless),
    ...readableRows(reach, keyless, { people, change: hidden }),
    twoFactor: (row) => ({ ...row, backupCodes: '' }),
  }
}

/**
 * How rows come out of a backup; what no key opens any more stays behind.
 *
 * @param backupCodes in place of those of then; see `noBackupCodes`
 */
export function rowsFromBackup(
  reach: KeysOfOffice,
  keyless: Keyless,
  backupCodes = '',
): Readonly<Record<string, CopyRow>> {
  const people = remembered((id) => findKeyForCopies(reach, id))
  return {
    ...sealedRows(reach, keyless),
    ...readableRows(reach, keyless, { people, change: shownAgain }),
    twoFactor: (row) => ({ ...row, backupCodes }),
  }
}

interface Hiding {
  readonly people: (id: AssessmentId) => Uint8Array | null
  readonly change: (key: Uint8Array, purpose: string, text: string) => string
}

/** Rows that are readable in the database and not in a backup. */
function readableRows(
  { config }: KeysOfOffice,
  keyless: Keyless,
  { people, change }: Hiding,
): Readonly<Record<string, CopyRow>> {
  const tally = remembered((id) => keyForCopiesOfShares(config, id))
  const shares =
    (table: string): CopyRow =>
    (row) => {
      const key = tally(idIn(row))
      if (!key) return without(row, keyless, 'the shares of the opening')
      const purpose = `${table} ${row['trustee_id']} ${row['part']}`
      return { ...row, shares: change(key, purpose, text(row, 'shares')) }
    }
  return {
    sealed_shares: shares('sealed'),
    delivered_shares: shares('delivered'),
    invitee: (row) => {
      const key = people(idIn(row))
      if (!key) return without(row, keyless, 'names and addresses')
      const changed = (column: 'email' | 'name') =>
        typeof row[column] === 'string'
          ? change(key, `${column} of ${row['id']}`, text(row, column))
          : null
      return { ...row, email: changed('email'), name: changed('name') }
    },
  }
}

/** A list of a hundred thousand people has one key. */
function remembered<Key>(find: (id: AssessmentId) => Key): (id: AssessmentId) => Key {
  const known = new Map<AssessmentId, Key>()
  return (id) => {
    const key = known.has(id) ? (known.get(id) as Key) : find(id)
    known.set(id, key)
    return key
  }
}

/** Rows that hold something sealed; the same way into a backup and out of it. */
function sealedRows(
  reach: KeysOfOffice,
  keyless: Keyless,
): Readonly<Record<string, CopyRow>> {
  const keys = keysOfRegistrar(reach.config.dataFolder)
  const hasKey = (id: AssessmentId) => keys.participationKeys.read(id) !== null
  const participation = 'who collected a ballot'
  return {
    participation_box: (row) =>
      hasKey(idIn(row))
        ? { ...row, epoch: epochOfCopy }
        : without(row, keyless, participation),
    participation_blob: (row) => {
      const sealed = participationAnew(
        keys,
        idIn(row),
        text(row, 'unit_id'),
        bytesOf(row),
      )
      return sealed ? { ...row, sealed } : without(row, keyless, participation)
    },
    unit_key: (row) => {
      const sealed = text(row, 'private_key')
      const anew = signingKeyAnew(keys, idIn(row), text(row, 'unit_id'), sealed)
      if (anew === null) keyless(idIn(row), 'what signs ballots')
      return { ...row, private_key: anew ?? '' }
    },
    credential_reset: (row) => {
      const sealed = text(row, 'wishes')
      const anew = wishesAnew(keys, idIn(row), text(row, 'unit_id'), sealed)
      if (anew === null) keyless(idIn(row), 'who wishes to collect again')
      return { ...row, wishes: anew ?? '' }
    },
    mute_list: (row) => {
      const places = mutedAnew(reach, idIn(row), text(row, 'places'))
      return places ? { ...row, places } : without(row, keyless, 'who wants no reminders')
    },
    mail_round: (row) => {
      if (row['to_send'] === null) return row
      const anew = toSendAnew(reach, idIn(row), text(row, 'to_send'))
      if (anew === null) keyless(idIn(row), 'who is still to be written to')
      return { ...row, to_send: anew }
    },
    group_seat_box: (row) => {
      const sealed = boxSealedAnew(reach, idIn(row), text(row, 'sealed'))
      return sealed ? { ...row, sealed } : without(row, keyless, 'seats in groups')
    },
    briefing_seat_box: (row) => {
      const sealed = briefingSeatsAnew(reach, idIn(row), text(row, 'sealed'))
      return sealed ? { ...row, sealed } : without(row, keyless, 'seats in sessions')
    },
  }
}

function without(row: Row, keyless: Keyless, what: string): null {
  keyless(idIn(row), what)
  return null
}

const idIn = (row: Row): AssessmentId => AssessmentId.parse(row['assessment_id'])

function text(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new RangeError(`expected text in ${column}`)
  return value
}

function bytesOf(row: Row): Uint8Array {
  const { sealed } = row
  if (!(sealed instanceof Uint8Array)) throw new RangeError('expected bytes')
  return sealed
}
