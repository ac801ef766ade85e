import { gunzipSync, gzipSync } from 'node:zlib'
import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import { restoreRelease } from '#analysis/disclosure/restore-release.ts'

declare const disclosed: unique symbol

/**
 * A release as it is stored, and handed from thread to thread: JSON, compressed to a twentieth
 * because writing ten megabytes to disk would keep every request waiting. Only `storeRelease`
 * makes one, from what was disclosed.
 */
export type StoredRelease = string & { readonly [disclosed]: true }

/** Not for the thread that answers requests: of 2,000 units it takes a fifth of a second. */
export function storeRelease(release: Disclosed<Release>): StoredRelease {
  const stored = gzipSync(JSON.stringify(release)).toString('base64')
  return stored as StoredRelease // of a release that was disclosed
}

/**
 * Reads a stored release, every figure of it checked. Not for the thread that answers
 * requests: of 2,000 units it takes half a second.
 *
 * @param stored what `storeRelease` wrote, or the JSON of a release from before
 * @throws Error where it is no release that the rules could have made
 */
export function readRelease(stored: string): Disclosed<Release> {
  const isPlain = stored.startsWith('{')
  const json = isPlain ? stored : gunzipSync(Buffer.from(stored, 'base64')).toString()
  return restoreRelease(JSON.parse(json))
}
