import type { ConstructId } from '#surveys/constructs.ts'
import type { Needs } from '../needs/need.ts'

/** The parts of an introduction. */
export type Topic =
  | 'why'
  | 'work'
  | 'offer'
  | 'who'
  | 'how'
  | 'private'
  | 'door'
  | 'policy'
  | 'questions'

const standardOrder: readonly Topic[] = [
  'why',
  'work',
  'offer',
  'who',
  'how',
  'private',
  'door',
  'policy',
  'questions',
]

/** From here on a finding changes what the material says first. */
const tellingNeed = 45

/**
 * What the material says first. What changes at work always comes before any help for
 * individuals; then confidentiality where trust is missing, and the steps to get help where
 * people do not know them.
 */
export function orderOf(needs: Needs): readonly Topic[] {
  const isTelling = (construct: ConstructId): boolean =>
    needs.needs.some((need) => need.construct === construct && need.score >= tellingNeed)
  const first: readonly Topic[] = [
    'why',
    'work',
    ...(isTelling('help.trust') ? (['private'] as const) : []),
    ...(isTelling('help.aware') ? (['how'] as const) : []),
  ]
  return [...first, ...standardOrder.filter((topic) => !first.includes(topic))]
}
