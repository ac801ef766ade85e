import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { symmetricEncrypt } from 'better-auth/crypto'

/** Where the key of sessions and second factors lies. */
export const sessionKeyIn = (dataFolder: string): string =>
  join(dataFolder, 'keys', 'session.key')

/**
 * An empty list of backup codes, as the sign-in library keeps one: a code that was used since a
 * backup was made must not work again once it is put back.
 *
 * @returns nothing where there is no key: then no second factor can be read either
 */
export async function noBackupCodes(dataFolder: string): Promise<string> {
  const path = sessionKeyIn(dataFolder)
  if (!existsSync(path)) return ''
  return symmetricEncrypt({ key: readFileSync(path, 'utf8'), data: '[]' })
}
