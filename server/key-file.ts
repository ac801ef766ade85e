import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A key of this installation, in a file of its own: never in a database or a backup of one. */
export function readOrMakeKey(path: string): string {
  if (existsSync(path)) return readFileSync(path, 'utf8')
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const key = randomBytes(48).toString('base64url')
  writeFileSync(path, key, { mode: 0o600 })
  return key
}
