import { randomBytes } from 'node:crypto'
import { createOrRead } from './erasable-file.ts'

/**
 * A key of this installation, in a file of its own: never in a database or a backup of one. Of
 * several processes that start at the same moment all get the same.
 */
export function readOrMakeKey(path: string): string {
  return createOrRead(path, randomBytes(48).toString('base64url'))
}
