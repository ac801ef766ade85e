import { hkdfSync } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { readOrMakeKey } from '../key-file.ts'

interface Reach {
  readonly config: Pick<Config, 'dataFolder'>
}

/** What a key made from an assessment's key file is for. */
type Use = 'stored places' | 'mute links'

/** The key of one use in one assessment: 32 bytes. Its file is made when it is first needed. */
export function invitationKey(reach: Reach, assessment: string, use: Use): Uint8Array {
  const root = readOrMakeKey(fileOf(reach, assessment))
  return new Uint8Array(
    hkdfSync('sha256', root, '', `groundwork invitations 1 ${use}`, 32),
  )
}

/** With its key, everything sealed for an assessment is gone, in old backups too. */
export function destroyInvitationKey(reach: Reach, assessment: string): void {
  rmSync(fileOf(reach, assessment), { force: true })
}

function fileOf({ config }: Reach, assessment: string): string {
  return join(config.dataFolder, 'keys', 'invitations', `${assessment}.key`)
}
