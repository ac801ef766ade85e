import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { readRelease } from '../tally/stored-release.ts'
import { findRelease } from './store.ts'

/** A release as it is stored, for another thread to read: that takes long. */
export async function storedReleaseOf(
  { db }: Pick<Services, 'db'>,
  id: AssessmentId,
): Promise<string> {
  const stored = await findRelease(db, id)
  if (!stored) throw new Refusal('assessment-not-released')
  return stored
}

/** Every figure of a release: reading it keeps everything else on this thread waiting. */
export function readWhole(stored: string): Disclosed<Release> {
  return readRelease(stored)
}
