import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import type { ReleasedAssessment } from '../assessments/contract.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { readRelease } from '../tally/stored-release.ts'
import { findRelease } from './store.ts'

/** Every figure of a release, for a command: reading it keeps everything else waiting. */
export async function wholeReleaseOf(
  { db }: Pick<Services, 'db'>,
  { id }: ReleasedAssessment,
): Promise<Disclosed<Release>> {
  const stored = await findRelease(db, id)
  if (!stored) throw new Refusal('assessment-not-released')
  return readRelease(stored)
}
