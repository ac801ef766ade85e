import type { AssessmentId } from '../assessments/contract.ts'
import { Refusal } from '../refusal.ts'
import { listedIn } from '../roster-names/roster-names.ts'
import type { Services } from '../services.ts'

/**
 * Refuses texts that name somebody on the list, which the page cannot know.
 *
 * @param texts by the field or number to name
 * @throws Refusal `points-to-a-person`, never a word of what stands in them
 */
export function refuseListed(
  reach: Pick<Services, 'config' | 'clock'>,
  id: AssessmentId,
  texts: Readonly<Record<string, string>>,
): void {
  const isListed = listedIn(reach, id)
  const problems = Object.entries(texts)
    .filter(([, text]) => isListed(text))
    .map(([where]) => ({ where, expected: 'nothing that points to a person' }))
  if (problems.length > 0) throw new Refusal('points-to-a-person', problems)
}
