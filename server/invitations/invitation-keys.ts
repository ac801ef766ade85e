import { hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { AssessmentId } from '../assessments/contract.ts'
import type { Config } from '../config.ts'
import { createOrRead, eraseFile, readFile } from '../erasable-file.ts'

interface Reach {
  readonly config: Pick<Config, 'dataFolder'>
}

/** What a key made from an assessment's key file is for. */
type Use = 'stored places' | 'mute links' | 'people in backups'

const ending = '.key'

/** The key of one use in one assessment: 32 bytes. Its file is made when it is first needed. */
export function invitationKey(
  reach: Reach,
  assessment: AssessmentId,
  use: Use,
): Uint8Array {
  const root = readOrMake(join(folderOf(reach), `${assessment}${ending}`))
  return new Uint8Array(
    hkdfSync('sha256', root, '', `groundwork invitations 1 ${use}`, 32),
  )
}

/** Whether an assessment has a key. Makes none. */
export function hasInvitationKey(reach: Reach, assessment: AssessmentId): boolean {
  return readFile(join(folderOf(reach), `${assessment}${ending}`)) !== null
}

/** With its key, everything sealed for an assessment is gone, in old backups too. */
export function destroyInvitationKey(reach: Reach, assessment: AssessmentId): void {
  eraseFile(join(folderOf(reach), `${assessment}${ending}`))
}

/** Every assessment that has a key, also one that has itself been removed. */
export function listInvitationKeys(reach: Reach): readonly AssessmentId[] {
  const folder = folderOf(reach)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => AssessmentId.parse(name.slice(0, -ending.length)))
}

const readOrMake = (path: string): string =>
  createOrRead(path, randomBytes(32).toString('base64url'))

function folderOf({ config }: Reach): string {
  return join(config.dataFolder, 'keys', 'invitations')
}
