import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import { canonicalJson } from '#surveys/ballot/canonical.ts'
import type { ReleasedAssessment } from '../assessments/contract.ts'
import { isSignedBy, type SigningKey } from '../signing-key.ts'
import type { Exceptions } from '../tally/tally-services.ts'
import { SignedRelease } from './contract.ts'

interface Figures extends Exceptions {
  readonly release: Disclosed<Release>
  readonly notCountable: SignedRelease['published']['notCountable']
}

/** Signs the one release in the name of this installation. Nothing in it is ever changed. */
export function signRelease(
  { release, notCountable, secondBallots, resumed }: Figures,
  { id, organization, surveyNumber, releasedOn }: ReleasedAssessment,
  key: SigningKey,
): SignedRelease {
  const published = SignedRelease.shape.published.parse({
    version: 1,
    assessment: id,
    organization,
    surveyNumber,
    releasedOn,
    notCountable,
    secondBallots,
    resumed,
    release: JSON.parse(JSON.stringify(release)),
  })
  const signature = key.sign(releaseWords(published))
  return { published, signature, signer: key.publicKey }
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

function releaseWords(published: SignedRelease['published']): string {
  return `groundwork release 1\n${canonicalJson(published)}`
}
