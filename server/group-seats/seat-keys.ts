import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import type { AssessmentId } from '../assessments/contract.ts'
import type { Config } from '../config.ts'
import { createOrRead, eraseFile, readFile } from '../erasable-file.ts'

interface Reach {
  readonly config: Pick<Config, 'dataFolder'>
}

type Use = 'booking link' | 'stored seats'

/** The key of one use in one assessment: 32 bytes. Its file is made when it is first needed. */
export function seatKey(reach: Reach, assessment: AssessmentId, use: Use): Uint8Array {
  const root = readOrMake(fileOf(reach, assessment))
  return new Uint8Array(
    hkdfSync('sha256', root, '', `groundwork group seats 1 ${use}`, 32),
  )
}

/** Whether an assessment has a key. Makes none. */
export function hasSeatKey(reach: Reach, assessment: AssessmentId): boolean {
  return readFile(fileOf(reach, assessment)) !== null
}

/** With its key, who had a seat is gone, in old backups too, and the link leads nowhere. */
export function destroySeatKey(reach: Reach, assessment: AssessmentId): void {
  eraseFile(fileOf(reach, assessment))
}

/** The secret of the link, computed each time: nothing of it is stored in the database. */
export function bookingToken(reach: Reach, assessment: AssessmentId): string {
  return createHmac('sha256', seatKey(reach, assessment, 'booking link'))
    .update(assessment)
    .digest()
    .subarray(0, 16)
    .toString('base64url')
}

/** Whether a link is ours. Makes no key: asking about an assessment that has none leaves nothing. */
export function isBookingToken(
  reach: Reach,
  assessment: AssessmentId,
  token: string,
): boolean {
  if (!hasSeatKey(reach, assessment)) return false
  const ours = Buffer.from(bookingToken(reach, assessment))
  const theirs = Buffer.from(token)
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}

const readOrMake = (path: string): string =>
  createOrRead(path, randomBytes(32).toString('base64url'))

const fileOf = ({ config }: Reach, assessment: AssessmentId): string =>
  join(config.dataFolder, 'keys', 'group-seats', `${assessment}.key`)
