import type { Need } from '../needs/need.ts'
import type { ComponentId } from './components.ts'
import type { CoverageShares } from './coverage.ts'
import { isAboveLine, isDuty, type Offer } from './offers.ts'
import type { PortfolioSettings } from './portfolio.ts'
import { type Requirement, requirementsIn } from './prerequisites.ts'
import {
  leastCost,
  type OptionRequirement,
  type ProgramChoice,
} from './program-choice.ts'

/** Everything a portfolio is planned from, checked and in an order of its own. */
export interface Situation {
  /** the greatest first */
  readonly needs: readonly Need[]
  readonly shares: CoverageShares
  /** in the order of the recommendation */
  readonly offers: readonly Offer[]
  readonly settings: PortfolioSettings
}

/** A choice without a limit yet, and what its indices stand for. */
export interface AssembledChoice {
  /** what is on offer, by id */
  readonly ids: readonly ComponentId[]
  readonly choice: ProgramChoice
  /** the requirements that hold in the organization */
  readonly requirements: readonly Requirement[]
  /** those of duties that nothing on offer can keep */
  readonly unkept: readonly Requirement[]
}

/**
 * The choice behind a portfolio. Core and duties are locked, and so is what a duty requires
 * where nothing above the line can be it. Whatever else stands on the line or above is free,
 * unless it must not stand beside a duty.
 */
export function assembleChoice(situation: Situation): AssembledChoice {
  const { needs, offers, settings } = situation
  const requirements = requirementsIn(needs, settings.circumstances ?? [])
  const duties = offers.filter(isDuty).map(idOf)
  const allowed = offers.filter(
    (offer) => isDuty(offer) || !isExcluded(idOf(offer), duties, settings),
  )
  const open = allowed.filter((offer) => isAboveLine(offer, settings.leastTier)).map(idOf)
  const offerable = allowed.filter(({ recommendation: { tier } }) => {
    return tier !== 'do-not-offer'
  })
  const brought = broughtBy(duties, open, offerable.map(idOf), requirements)
  const ids = [...open, ...brought].sort()
  const choice = choiceOf(ids, [...duties, ...brought], situation)
  return { ids, requirements, ...keepRequirements(choice, ids, requirements) }
}

export function idOf({ recommendation }: Offer): ComponentId {
  return recommendation.component
}

function isExcluded(
  id: ComponentId,
  by: readonly ComponentId[],
  { notTogether = [] }: PortfolioSettings,
): boolean {
  return notTogether.some(
    ([one, other]) =>
      (one === id && by.includes(other)) || (other === id && by.includes(one)),
  )
}

/** What duties require, from below the line where nothing on it or above will do. */
function broughtBy(
  duties: readonly ComponentId[],
  open: readonly ComponentId[],
  offerable: readonly ComponentId[],
  requirements: readonly Requirement[],
): readonly ComponentId[] {
  const lacking = requirements.filter(
    ({ component, anyOf }) =>
      duties.includes(component) && !anyOf.some((id) => open.includes(id)),
  )
  const brought = lacking.flatMap(
    ({ anyOf }) => offerable.find((id) => anyOf.includes(id)) ?? [],
  )
  return [...new Set(brought)]
}

function choiceOf(
  ids: readonly ComponentId[],
  locked: readonly ComponentId[],
  { needs, shares, offers, settings: { notTogether = [] } }: Situation,
): ProgramChoice {
  const indexOf = (id: ComponentId): number => ids.indexOf(id)
  const needIndex = new Map(needs.map(({ construct }, index) => [construct, index]))
  const costs = new Map(offers.map((offer) => [idOf(offer), offer.cost]))
  return {
    needs: needs.map(({ score }) => score),
    options: ids.map((id) => ({
      cost: costs.get(id) ?? Infinity,
      shares: [...(shares.get(id) ?? [])].flatMap(([construct, share]) => {
        const need = needIndex.get(construct)
        return need === undefined ? [] : [{ need, share }]
      }),
    })),
    locked: locked.map(indexOf).sort((a, b) => a - b),
    free: ids.flatMap((id, index) => (locked.includes(id) ? [] : [index])),
    requirements: [],
    exclusions: notTogether
      .filter((pair) => pair.every((id) => ids.includes(id)))
      .map(([one, other]) => [indexOf(one), indexOf(other)] as const),
    budget: Infinity,
  }
}

/**
 * Puts the requirements into the choice. Those of free options decide whether these can be
 * chosen. A duty stays whether or not its own can be kept; then it is said which cannot.
 */
function keepRequirements(
  choice: ProgramChoice,
  ids: readonly ComponentId[],
  requirements: readonly Requirement[],
): Pick<AssembledChoice, 'choice' | 'unkept'> {
  const present = requirements.filter(({ component }) => ids.includes(component))
  const byIndex = ({ component, anyOf }: Requirement): OptionRequirement => ({
    of: ids.indexOf(component),
    anyOf: anyOf.filter((id) => ids.includes(id)).map((id) => ids.indexOf(id)),
  })
  const isLocked = (one: Requirement): boolean =>
    choice.locked.includes(ids.indexOf(one.component))
  const unkept: Requirement[] = []
  const kept = present.filter((one) => !isLocked(one)).map(byIndex)
  for (const one of present.filter(isLocked)) {
    const tried = { ...choice, requirements: [...kept, byIndex(one)] }
    if (leastCost(tried, choice.locked) === null) unkept.push(one)
    else kept.push(byIndex(one))
  }
  return { choice: { ...choice, requirements: kept }, unkept }
}
