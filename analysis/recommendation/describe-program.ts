import { type AssembledChoice, idOf, type Situation } from './assemble-choice.ts'
import { type ComponentId, componentIds, componentOf } from './components.ts'
import { coverageValue, coverNeeds } from './coverage.ts'
import { isAboveLine, isDuty, type Offer } from './offers.ts'
import type {
  ChoiceReason,
  ChosenComponent,
  HeldBack,
  NeedCoverage,
  PlannedPortfolio,
  UnmetDuty,
} from './portfolio.ts'
import { lastInLine, type Requirement } from './prerequisites.ts'
import { slackOf } from './program-choice.ts'
import type { Solution } from './solve-choice.ts'

/** What a program costs, covers, and leaves open: all that follows from one solution. */
export function describeProgram(
  assembled: AssembledChoice,
  situation: Situation,
  solution: Solution,
): Omit<PlannedPortfolio, 'kind' | 'neighbours' | 'offeredByDefault'> {
  const { budget } = situation.settings
  const { program, uncovered, missed } = solution
  const offers = situation.offers.filter((offer) => program.includes(idOf(offer)))
  const cost = offers.reduce((sum, offer) => sum + offer.cost, 0)
  const most = budget ?? Infinity
  return {
    budget,
    cost,
    overBudget: cost <= most + slackOf(most) ? 0 : cost - most,
    chosen: offers.map((offer) => describeChosen(offer, assembled, situation, solution)),
    ...coverageOf(program, situation),
    uncovered,
    unmetDuties: unmetDuties(offers, most, assembled.unkept),
    heldBack: heldBack(assembled, situation, solution),
    missed,
  }
}

function describeChosen(
  offer: Offer,
  { requirements }: AssembledChoice,
  { needs, shares, settings }: Situation,
  { program, covers }: Solution,
): ChosenComponent {
  const component = idOf(offer)
  const worthOf = (ids: readonly ComponentId[]): number =>
    coverageValue(coverNeeds(ids, needs, shares))
  const without = program.filter((id) => id !== component)
  const chosen = {
    covers: [...covers].filter(([, id]) => id === component).map(([need]) => need),
    neededBy: requirements
      .filter(({ anyOf }) => anyOf.includes(component))
      .filter(({ anyOf }) => !anyOf.some((id) => without.includes(id)))
      .map((requirement) => requirement.component)
      .filter((id) => program.includes(id)),
    adds: rounded(Math.max(0, worthOf(program) - worthOf(without)), 10),
  }
  return {
    component,
    reason: reasonFor(offer, chosen, isAboveLine(offer, settings.leastTier)),
    cost: offer.cost,
    isQuoted: offer.isQuoted,
    ...chosen,
  }
}

function reasonFor(
  offer: Offer,
  { covers, neededBy, adds }: Pick<ChosenComponent, 'covers' | 'neededBy' | 'adds'>,
  isAbove: boolean,
): ChoiceReason {
  if (isDuty(offer)) return offer.recommendation.tier === 'core' ? 'core' : 'duty'
  if (covers.length > 0) return 'high-need'
  if (neededBy.length > 0 && (adds === 0 || !isAbove)) return 'requirement'
  return adds > 0 ? 'coverage' : 'no-limit'
}

function coverageOf(
  program: readonly ComponentId[],
  { needs, shares }: Situation,
): { coverage: PlannedPortfolio['coverage']; needs: readonly NeedCoverage[] } {
  const core = componentIds.filter((id) => componentOf(id).core)
  const before = coverNeeds(core, needs, shares)
  const after = coverNeeds(program, needs, shares)
  return {
    coverage: {
      before: rounded(coverageValue(before), 10),
      after: rounded(coverageValue(after), 10),
      of: needs.reduce((sum, { score }) => sum + score, 0),
    },
    needs: after.map(({ construct, score, share }, index) => ({
      construct,
      score,
      before: rounded(before[index]?.share ?? 0, 100),
      after: rounded(share, 100),
    })),
  }
}

/**
 * The budget pays core and duties in their order, as far as it reaches; a cheaper one after
 * an unmet one may still be paid.
 */
function unmetDuties(
  chosen: readonly Offer[],
  budget: number,
  unkept: readonly Requirement[],
): readonly UnmetDuty[] {
  let left = budget + slackOf(budget)
  return chosen.flatMap((offer) => {
    const isPaid = offer.cost <= left
    if (isPaid) left -= offer.cost
    const { component, rules } = offer.recommendation
    const isBlocked = isDuty(offer) && rules.some(({ rule }) => rule === 'R9')
    const reasons: readonly (readonly [UnmetDuty['because'], boolean])[] = [
      ['budget', !isPaid],
      ['reviewer', isBlocked],
      ['requirement', unkept.some((one) => one.component === component)],
    ]
    return reasons
      .filter(([, holds]) => holds)
      .map(([because]) => ({ component, cost: offer.cost, because }))
  })
}

function heldBack(
  { requirements }: AssembledChoice,
  { offers, settings }: Situation,
  { program, uncovered }: Solution,
): readonly HeldBack[] {
  const waiting = uncovered.length > 0 ? lastInLine : []
  const lacking = requirements.filter(
    ({ anyOf }) => !anyOf.some((id) => program.includes(id)),
  )
  return offers
    .filter((offer) => isAboveLine(offer, settings.leastTier))
    .map(idOf)
    .filter((id) => !program.includes(id))
    .flatMap((id) =>
      [...lacking, ...waiting]
        .filter(({ component }) => component === id)
        .map(({ component, reason }) => ({ component, reason })),
    )
}

function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts
}
