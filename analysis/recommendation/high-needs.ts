import { type ConstructId, constructOf } from '#surveys/constructs.ts'
import { parameters } from '../needs/parameters.ts'
import { type AssembledChoice, idOf, type Situation } from './assemble-choice.ts'
import type { ComponentId } from './components.ts'
import type { UncoveredNeed } from './portfolio.ts'
import { leastCostWith, type ProgramChoice, slackOf } from './program-choice.ts'
import { rankedFor } from './verdicts.ts'

/** Which option covers which high need, and which high needs have none. */
export interface HighNeedCover {
  /** the index of the option by need */
  readonly covers: ReadonlyMap<ConstructId, number>
  readonly uncovered: readonly UncoveredNeed[]
}

/**
 * The first phase of a portfolio: every high need, the greatest first, gets the best
 * component for it (a ≥ .7; for a need of the work one that changes the work) that is on
 * offer and that the money left can pay, together with all it requires.
 *
 * @param budget what core and duties cost, or more
 */
export function coverHighNeeds(
  { ids, choice }: AssembledChoice,
  { needs, offers }: Situation,
  budget: number,
): HighNeedCover {
  const priorities = new Map(
    offers.map((offer) => [idOf(offer), offer.recommendation.priority]),
  )
  const covers = new Map<ConstructId, number>()
  const uncovered: UncoveredNeed[] = []
  for (const { construct } of needs.filter(({ band }) => band === 'high')) {
    const ranked = rankedCovers(construct, priorities).filter((id) => ids.includes(id))
    const cover = coverFrom(
      ranked.map((id) => ids.indexOf(id)),
      [...new Set([...choice.locked, ...covers.values()])],
      { ...choice, budget },
    )
    if (typeof cover === 'number') covers.set(construct, cover)
    else uncovered.push({ construct, because: cover })
  }
  return { covers, uncovered }
}

function rankedCovers(
  construct: ConstructId,
  priorities: ReadonlyMap<ComponentId, number>,
): readonly ComponentId[] {
  const isWork = constructOf(construct).domain === 'work'
  return rankedFor(construct, parameters.portfolio.coverFit, priorities, (level) => {
    return !isWork || level === 'primary'
  })
}

/** The first that can be paid, or why there is none. */
function coverFrom(
  ranked: readonly number[],
  locked: readonly number[],
  choice: ProgramChoice,
): number | UncoveredNeed['because'] {
  const possible = ranked.flatMap((index) => {
    const cost = leastCostWith(choice, locked, index)
    return cost === null ? [] : [{ index, cost }]
  })
  const most = choice.budget + slackOf(choice.budget)
  const first = possible.find(({ cost }) => cost <= most)
  return first?.index ?? (possible.length > 0 ? 'budget' : 'not-offered')
}
