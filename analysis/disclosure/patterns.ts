import { answeredBand, countsAs } from './bands.ts'
import type { Handling, PlannedConstruct, PublicationPlan } from './publication-plan.ts'
import { commonPattern, publishableUnits } from './residual-rule.ts'
import type { Thresholds } from './rules.ts'
import type { Totals } from './totals.ts'
import { growTree } from './unit-tree.ts'

/** A construct with its rules and its exact counts. */
export interface Measured {
  readonly planned: PlannedConstruct
  readonly totals: Totals
}

/** Units, by id, whose figures are shown together. */
type Pattern = ReadonlySet<string>

/** The units shown for each class of figures; each lies within the one it builds on. */
export interface Patterns {
  readonly answered: Pattern
  readonly meanNeed: Readonly<Record<Handling, Pattern>>
  readonly shares: Readonly<Record<Handling, Pattern>>
}

type Subject = Pick<PublicationPlan, 'units' | 'organization'>

const none: Pattern = new Set()

/** Where only the organization is shown. */
export const noUnits: Patterns = {
  answered: none,
  meanNeed: { common: none, sensitive: none, rare: none },
  shares: { common: none, sensitive: none, rare: none },
}

/**
 * Which units are shown for which figures (rules R1, R2, R9).
 *
 * Figures that need the same number of answers form a class: means of common needs, means
 * of sensitive needs, shares of common needs. Within a class every construct is shown for
 * the same units, namely those that pass for each of them, so that patterns tell nothing.
 * Shares are shown only where means are, and means only where the number of answers is.
 */
export function findPatterns(
  subject: Subject,
  ballots: Totals,
  measured: readonly Measured[],
  least: Thresholds,
): Patterns {
  const within = (pattern: Pattern, handling: Handling, k: number): Pattern => {
    const members = measured.filter(({ planned }) => planned.handling === handling)
    return classPattern(subject, members, k, pattern)
  }
  const answered = publishable(subject, ballots, least.group)
  const common = within(answered, 'common', least.group)
  const sensitive = within(answered, 'sensitive', least.sensitiveMean)
  const shares = within(common, 'common', least.share)
  return {
    answered,
    meanNeed: { common, sensitive, rare: none },
    shares: { common: shares, sensitive: none, rare: none },
  }
}

/**
 * A construct with too few answers in the organization is not shown for it, let alone for a
 * unit, and so takes no part.
 */
function classPattern(
  subject: Subject,
  members: readonly Measured[],
  k: number,
  within: Pattern,
): Pattern {
  const { headcount } = subject.organization
  const shown = members
    .map(({ totals }) => totals)
    .filter(({ organization }) => countsAs(answeredBand(organization.n, headcount)) >= k)
  return commonPattern([
    within,
    ...shown.map((totals) => publishable(subject, totals, k)),
  ])
}

function publishable({ units }: Subject, totals: Totals, k: number): Pattern {
  const counted = units.map(({ id, parent, headcount }) => {
    const n = totals.units.get(id)?.n ?? 0
    return { id, parent, n, shownFrom: countsAs(answeredBand(n, headcount)) }
  })
  return publishableUnits(growTree(counted), totals.organization.n, k)
}
