import { answerOffThread } from '../jobs/off-thread.ts'
import { readRelease, storeRelease } from '../tally/stored-release.ts'
import { SignedRelease } from './contract.ts'
import { type Checked, releaseWords, type ToSign } from './sign-release.ts'

answerOffThread<ToSign>(({ of, release: stored, ...rest }): Checked => {
  const release = readRelease(stored)
  const published = SignedRelease.shape.published.parse({
    ...rest,
    version: 1,
    assessment: of.id,
    organization: of.organization,
    surveyNumber: of.surveyNumber,
    releasedOn: of.releasedOn,
    release,
  })
  const words = new TextEncoder().encode(releaseWords(published))
  return { release: storeRelease(release), words }
})
