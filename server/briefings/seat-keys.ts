import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { AssessmentId } from '../assessments/contract.ts'
import type { Config } from '../config.ts'
import { createFile, readFile } from '../erasable-file.ts'

interface Reach {
  readonly config: Pick<Config, 'dataFolder'>
}

/** The key of the seats in one assessment: 32 bytes. Its file is made when it is first needed. */
export function seatKey(reach: Reach, assessment: AssessmentId): Uint8Array {
  const path = fileOf(reach, assessment)
  const there = readFile(path)
  if (there !== null) return Buffer.from(there, 'base64url')
  const key = randomBytes(32).toString('base64url')
  createFile(path, key)
  return Buffer.from(key, 'base64url')
}

/** Whether an assessment has a key. Makes none. */
export function hasSeatKey(reach: Reach, assessment: AssessmentId): boolean {
  return readFile(fileOf(reach, assessment)) !== null
}

const fileOf = ({ config }: Reach, assessment: AssessmentId): string =>
  join(config.dataFolder, 'keys', 'briefing-seats', `${assessment}.key`)
