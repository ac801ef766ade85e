import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { canonicalJson } from '#surveys/ballot/canonical.ts'
import type { ReleasedAssessment } from '../assessments/contract.ts'
import type { Written } from '../doors.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { isSignedBy, type SigningKey } from '../signing-key.ts'
import type { StoredRelease } from '../tally/stored-release.ts'
import type { Exceptions } from '../tally/tally-services.ts'
import type { WithheldFigures } from '../tally/withheld-figures.ts'
import type { SignedRelease } from './contract.ts'

/** What is signed, with the release as it was withheld. */
export interface ToSign extends WithheldFigures, Exceptions {
  readonly of: Pick<
    ReleasedAssessment,
    'id' | 'organization' | 'surveyNumber' | 'releasedOn'
  >
}

/** The same, checked: as it is stored, and as it is signed. */
export interface Checked {
  readonly release: StoredRelease
  /** UTF-8 */
  readonly words: Uint8Array<ArrayBuffer>
}

declare const signed: unique symbol

/** A signed release as it is stored: JSON, compressed, base64. */
export type StoredSigned = string & { readonly [signed]: true }

/**
 * Signs the one release in the name of this installation. Nothing in it is ever changed.
 * Ten megabytes are read, checked and written on another thread, which does not see the key.
 *
 * @throws Error where the figures are no release that the rules could have made
 */
export async function signRelease(
  toSign: ToSign,
  key: SigningKey,
): Promise<{ readonly release: StoredRelease; readonly signed: StoredSigned }> {
  const worker = new URL('./check-release.worker.ts', import.meta.url)
  const { release, words } = await runOffThread<Checked>(worker, toSign)
  const signature = await key.signLarge(words)
  const whole = Buffer.concat([
    Buffer.from('{"published":'),
    words.subarray(heading.length),
    Buffer.from(`,"signature":"${signature}","signer":"${key.publicKey}"}`),
  ])
  const stored = (await compress(whole, inLargeSteps)).toString('base64')
  return { release, signed: stored as StoredSigned } // of what was signed just above
}

/**
 * A signed release as everybody may have it: what the contract wrote before it was signed.
 *
 * @param stored what `signRelease` made, or JSON as it stands from before
 */
export async function readSigned(stored: string): Promise<Written<typeof SignedRelease>> {
  const isPlain = stored.startsWith('{')
  const bytes = isPlain
    ? Buffer.from(stored)
    : await decompress(Buffer.from(stored, 'base64'), inLargeSteps)
  return bytes as typeof bytes & Written<typeof SignedRelease> // see `StoredSigned`
}

/**
 * Whether a release is, to the letter, what an installation signed.
 *
 * @param signer the installation's key as its notice board says it; without one, the key that
 *   the release itself names: then only that nothing was altered since is shown
 */
export function verifyRelease(
  { published, signature, signer }: SignedRelease,
  trusted: string = signer,
): boolean {
  return signer === trusted && isSignedBy(trusted, releaseWords(published), signature)
}

/** What an installation signs of a release: a heading, and canonical JSON. */
export function releaseWords(published: SignedRelease['published']): string {
  return heading + canonicalJson(published)
}

const heading = 'groundwork release 1\n'

/** These work on threads of their own; every step of theirs is a turn of ours. */
const [compress, decompress] = [promisify(gzip), promisify(gunzip)]
const inLargeSteps = { chunkSize: 2 ** 20 }
