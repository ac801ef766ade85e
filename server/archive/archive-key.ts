import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOrMakeKey } from '../key-file.ts'

/**
 * Shows that an archive was made where its key lies, and was not changed since: whoever can only
 * write where backups are kept cannot put an account of their own into one.
 */

/** Makes the key of a store's archives with the store itself, so that copies of its keys have it. */
export function makeArchiveKey(dataFolder: string): string {
  return readOrMakeKey(pathIn(dataFolder))
}

/** @returns null where there is none, and none is made */
export function findArchiveKey(dataFolder: string): string | null {
  const path = pathIn(dataFolder)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** @param digest of the archive, hex. @returns hex */
export function proofOf(key: string, digest: string): string {
  return createHmac('sha256', key).update(`groundwork backup 1\n${digest}`).digest('hex')
}

export function isProof(key: string, digest: string, proof: string): boolean {
  const expected = Buffer.from(proofOf(key, digest))
  const given = Buffer.from(proof)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

const pathIn = (dataFolder: string): string => join(dataFolder, 'keys', 'archive.key')
