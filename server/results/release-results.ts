import type { Member } from '../accounts/access.ts'
import { agree, haveBothAgreed } from '../assessments/agree.ts'
import { markAborted, markReleased } from '../assessments/change-state.ts'
import {
  type Assessment,
  type AssessmentId,
  isReleased,
  type TalliedAssessment,
} from '../assessments/contract.ts'
import { talliedAssessmentOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import { inTurn } from '../tally/in-turn.ts'
import { shredOrLater } from '../tally/shred-assessment.ts'
import type { TallyServices } from '../tally/tally-services.ts'
import { forgetFigures, openFigures } from '../tally/withheld-figures.ts'
import { letInAtRelease } from './let-sources-in.ts'
import { signRelease } from './sign-release.ts'
import { saveRelease } from './store.ts'

/**
 * One of the two sides agrees to publish figures that nobody has seen. With the second, they
 * are signed and stand for good, and everything they were made from is destroyed.
 */
export async function approveRelease(
  services: TallyServices,
  member: Member,
  id: AssessmentId,
): Promise<Assessment> {
  await talliedAssessmentOf(services, member, id)
  const tallied = await agree(services, member, id, 'release')
  if (tallied.state !== 'tallied' || !haveBothAgreed(tallied, 'release')) return tallied
  return inTurn(services, id, async () => {
    await publish(services, tallied)
    return shredOrLater(services, id)
  })
}

/**
 * Release and state change stand or fall together. Signing takes seconds for a large release,
 * and comes first: while a transaction is open, nobody else reaches the database.
 */
async function publish(
  { db, clock, config, signingKey, exceptionsOf }: TallyServices,
  tallied: TalliedAssessment,
): Promise<void> {
  const now = clock.now()
  const { id, organization, surveyNumber } = tallied
  const of = {
    id,
    organization,
    surveyNumber,
    releasedOn: now.toISOString().slice(0, 10),
  }
  const figures = await openFigures({ db, config }, tallied)
  const toSign = { ...figures, ...(await exceptionsOf(id)), of }
  const { release, signed } = await signRelease(toSign, signingKey)
  await db.transaction().execute(async (transaction) => {
    const reach = { db: transaction, clock: { now: () => now } }
    const released = await markReleased(reach, tallied)
    if (isReleased(released)) await letInAtRelease(reach, released)
    await forgetFigures(reach, tallied)
    await saveRelease(transaction, id, release, signed)
  })
}

/**
 * One of the two sides gives the assessment up. With the second, nothing of it will ever be
 * opened or published, and everything is destroyed.
 */
export async function giveUp(
  services: TallyServices,
  member: Member,
  id: AssessmentId,
): Promise<Assessment> {
  const assessment = await agree(services, member, id, 'abort')
  if (!haveBothAgreed(assessment, 'abort')) return assessment
  if (
    assessment.state === 'released' ||
    assessment.state === 'aborted' ||
    assessment.state === 'shredded'
  ) {
    throw new Refusal('assessment-already-ended')
  }
  return inTurn(services, id, async () => {
    await markAborted(services, assessment)
    return shredOrLater(services, id)
  })
}
