import { type Assessment, isReleased } from '../assessments/contract.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'

/** How long managers are still heard after the release; then their words are erased. */
const daysAfterRelease = 180

/** The last day on which managers are heard; null while there is no release yet. */
export function heardUntil(assessment: Assessment): string | null {
  if (!isReleased(assessment)) return null
  const last = new Date(assessment.releasedOn)
  last.setUTCDate(last.getUTCDate() + daysAfterRelease)
  return last.toISOString().slice(0, 10)
}

/** Whether nobody is heard any more: it was given up, or its release is half a year old. */
export function isOver(
  { clock }: Pick<Services, 'clock'>,
  assessment: Assessment,
): boolean {
  if ('abortedOn' in assessment) return true
  const last = heardUntil(assessment)
  return last !== null && clock.now().toISOString().slice(0, 10) > last
}

/** @throws Refusal `interviews-over` once it was given up, or half a year after the release */
export function refuseWhenOver(
  reach: Pick<Services, 'clock'>,
  assessment: Assessment,
): void {
  if (isOver(reach, assessment)) throw new Refusal('interviews-over')
}
