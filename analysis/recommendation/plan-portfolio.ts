import { isConstructId } from '#surveys/constructs.ts'
import { countsAs } from '../disclosure/bands.ts'
import type { Disclosed } from '../disclosure/disclosed.ts'
import type { ReleaseOutline } from '../disclosure/outline.ts'
import type { Need } from '../needs/need.ts'
import { parameters } from '../needs/parameters.ts'
import { assembleChoice, type Situation } from './assemble-choice.ts'
import type { ComponentId } from './components.ts'
import { coverageShares } from './coverage.ts'
import { describeProgram } from './describe-program.ts'
import { isAboveLine, priceOffers } from './offers.ts'
import type {
  Neighbour,
  PlannedPortfolio,
  Portfolio,
  PortfolioSettings,
  RefusedPortfolio,
} from './portfolio.ts'
import type { Recommendation } from './recommendation.ts'
import { solveChoice } from './solve-choice.ts'
import { wishesOf } from './wishes.ts'

/**
 * The program that a budget pays, step 10 of the method: core and duties always, then a
 * component for every high need, then whatever takes away most of what is needed. Without a
 * limit it is everything on the line of usefulness and above.
 *
 * Nothing below the line is bought because money is left, and nothing that people decided
 * not to offer. What is below it comes only with a duty that requires it.
 *
 * A function of what was released and heard, and of what people decided; the same whatever
 * the order of needs and recommendations. Quick enough to be asked again with every move of
 * a slider.
 *
 * @param needs as assessed; those without a score are not among them
 * @param recommendations one of every component
 * @throws RangeError for a budget below 0, a cost that is not above 0, an id that does not
 *   exist, a need that is not from 0 to 100, and a component missing or there twice
 */
export function planPortfolio(
  release: Disclosed<ReleaseOutline>,
  needs: readonly Need[],
  recommendations: readonly Recommendation[],
  settings: PortfolioSettings,
): Portfolio {
  const offers = priceOffers(recommendations, settings)
  expectBudget(settings.budget)
  const sorted = sortNeeds(needs)
  const reason = refusalFor(release)
  if (reason) return { kind: 'refused', reason }

  const shares = coverageShares(wishesOf(release))
  const situation = { needs: sorted, shares, offers, settings }
  const assembled = assembleChoice(situation)
  const solveFor = (budget: number) => solveChoice(assembled, situation, budget)
  const solution = solveFor(settings.budget ?? Infinity)
  return {
    kind: 'planned',
    ...describeProgram(assembled, situation, solution),
    offeredByDefault: offeredByDefault(situation, solution.program),
    neighbours: neighboursOf(
      settings.budget,
      solution.program,
      (budget) => solveFor(budget).program,
    ),
  }
}

function refusalFor({
  organization: { headcount, answered },
}: ReleaseOutline): RefusedPortfolio['reason'] | null {
  if (headcount !== null && headcount < parameters.leastPeople) return 'too-few-people'
  return countsAs(answered) < parameters.portfolio.leastAnswers ? 'too-few-answers' : null
}

function neighboursOf(
  budget: number | null,
  program: readonly ComponentId[],
  programFor: (budget: number) => readonly ComponentId[],
): PlannedPortfolio['neighbours'] {
  if (budget === null) return null
  const { neighbour } = parameters.portfolio
  const beside = (other: number): Neighbour => {
    const found = programFor(other)
    return {
      budget: other,
      dropped: program.filter((id) => !found.includes(id)),
      added: found.filter((id) => !program.includes(id)),
    }
  }
  return {
    less: beside(budget * (1 - neighbour)),
    more: beside(budget * (1 + neighbour)),
  }
}

function offeredByDefault(
  { offers, settings }: Situation,
  program: readonly ComponentId[],
): readonly ComponentId[] {
  return offers
    .filter((offer) => isAboveLine(offer, settings.leastTier))
    .filter(({ recommendation: { rules } }) => rules.some(({ byDefault }) => byDefault))
    .map(({ recommendation: { component } }) => component)
    .filter((id) => !program.includes(id))
}

function expectBudget(budget: number | null): void {
  if (budget !== null && !(budget >= 0 && Number.isFinite(budget))) {
    throw new RangeError(`expected a budget of 0 or more, or null, got ${budget}`)
  }
}

/** The greatest first; ties by id. */
function sortNeeds(needs: readonly Need[]): readonly Need[] {
  for (const { construct, score } of needs) {
    if (!isConstructId(construct)) {
      throw new RangeError(`expected the id of a need, got ${construct}`)
    }
    if (!(score >= 0 && score <= 100)) {
      throw new RangeError(`expected a need of ${construct} from 0 to 100, got ${score}`)
    }
    if (needs.filter((one) => one.construct === construct).length > 1) {
      throw new RangeError(`expected one need of ${construct}, got more`)
    }
  }
  return needs.toSorted(
    (a, b) => b.score - a.score || (a.construct < b.construct ? -1 : 1),
  )
}
