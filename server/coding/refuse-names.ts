import { findPersonalDetails } from '#surveys/personal-details/find-personal-details.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { Refusal } from '../refusal.ts'
import { listedIn } from '../roster-names/roster-names.ts'
import type { Services } from '../services.ts'

/**
 * Refuses words in which somebody may be named. What surely is a person never passes; what may
 * be one passes when somebody has read it and said that it is none.
 *
 * @throws Refusal 'words-name-people', which repeats nothing of the words
 */
export function refuseNames(
  { clock, config }: Pick<Services, 'clock' | 'config'>,
  id: AssessmentId,
  texts: readonly string[],
  harmless: boolean,
): void {
  const thisYear = clock.now().getUTCFullYear()
  const findings = texts.flatMap((text) => findPersonalDetails(text, { thisYear }))
  const isSure = findings.some(({ certainty }) => certainty === 'sure')
  const isListed = texts.some(listedIn({ clock, config }, id))
  if (isSure || isListed || (findings.length > 0 && !harmless)) {
    throw new Refusal('words-name-people')
  }
}
