import { type Barrier, barriers } from '#surveys/modules/getting-help.ts'
import { answeredBand, countsAs, rateBand } from './bands.ts'
import { groupCell, hiddenCell, organizationCell, unitCell } from './cells.ts'
import { choiceFigures, wantedFigures } from './choices.ts'
import type { CountTable, CrossedCounts } from './counts.ts'
import { type Crossing, crossPlan } from './crossing.ts'
import type { Cell, Release, ReleasedConstruct, ReleasedUnit } from './disclosed.ts'
import { findGroupPatterns, type GroupPatterns, noGroups } from './group-patterns.ts'
import { groupTotals } from './group-totals.ts'
import { measuredFigures } from './measured.ts'
import { findPatterns, type Measured, noUnits, type Patterns } from './patterns.ts'
import {
  type PlannedUnit,
  type PublicationPlan,
  planConstruct,
} from './publication-plan.ts'
import type { Thresholds } from './rules.ts'
import { addUp, ballotsAsCounts, type Totals } from './totals.ts'

/** Without head counts, those who answered are the only people known of. */
export function isEnough(
  { organization }: PublicationPlan,
  answers: number,
  least: { readonly people: number; readonly answers: number },
): boolean {
  const people = organization.headcount ?? answers
  const counts = countsAs(answeredBand(answers, organization.headcount))
  return people >= least.people && counts >= least.answers
}

/** The release that the rules make, before it is audited. */
export function makeRelease(
  plan: PublicationPlan,
  counts: CountTable,
  least: Thresholds,
): Release {
  const { headcount, name } = plan.organization
  const ballots = addUp(plan, ballotsAsCounts(counts.ballots))
  const returns = addUp(plan, ballotsAsCounts(counts.returns ?? counts.ballots))
  const measured = plan.constructs.map(({ construct }) => ({
    planned: planConstruct(construct, least),
    totals: addUp(plan, counts.constructs[construct] ?? {}),
  }))
  const units = patternsOf(plan, ballots, measured, least)
  const groups = groupsOf(plan, counts.crossed, { measured, units }, least)
  const answers = ballots.organization.n
  return {
    rules: 'SDC-1',
    organization: {
      name,
      headcount,
      answered: answeredBand(answers, headcount),
      returns: answeredBand(returns.organization.n, headcount),
      responseRate: rateBand(returns.organization.n, headcount),
    },
    manyEmployers: plan.manyEmployers,
    units: plan.units.map((unit) => releasedUnit(unit, { ballots, returns }, units)),
    groups: plan.groups,
    constructs: Object.fromEntries(
      measured.map((one) => [
        one.planned.construct,
        releasedConstruct(plan, one, units, groups),
      ]),
    ),
    wanted: plan.wanted ? wantedFigures(counts.wanted, headcount, least) : {},
    barriers: plan.barriers ? barrierFigures(counts, headcount, least) : {},
    ...measuredFigures(plan, counts, units, least),
  }
}

function patternsOf(
  plan: PublicationPlan,
  ballots: Totals,
  measured: readonly Measured[],
  least: Thresholds,
): Patterns {
  const { unitsFromHeadcount: people, unitsFromAnswers: answers } = least
  const isDivided = isEnough(plan, ballots.organization.n, { people, answers })
  if (!isDivided) return noUnits
  return findPatterns(plan, ballots, measured, least)
}

/** Groups by background with the counts they are read from; null where there are none. */
interface ShownGroups {
  readonly crossing: Crossing
  readonly crossed: CrossedCounts
  readonly patterns: GroupPatterns
}

function groupsOf(
  plan: PublicationPlan,
  crossed: CrossedCounts | null,
  shown: { readonly measured: readonly Measured[]; readonly units: Patterns },
  least: Thresholds,
): ShownGroups | null {
  if (!crossed || plan.groups.length === 0) return null
  const crossing = crossPlan(plan, crossed)
  const patterns = hasEnough(plan, crossed, least)
    ? findGroupPatterns(plan, crossing, crossed, shown, least)
    : noGroups
  return { crossing, crossed, patterns }
}

/** Below thirty answers the organization is shown as a whole only. */
function hasEnough(
  plan: PublicationPlan,
  { ballots }: CrossedCounts,
  { unitsFromAnswers: answers }: Thresholds,
): boolean {
  const all = ballots.reduce((sum, n) => sum + n, 0)
  return isEnough(plan, all, { people: 0, answers })
}

function releasedUnit(
  { id, name, parent, headcount }: PlannedUnit,
  { ballots, returns }: { readonly ballots: Totals; readonly returns: Totals },
  { answered }: Patterns,
): ReleasedUnit {
  // A unit that is not shown has no rate either: the rate would tell why it is not shown.
  const shown = ({ units }: Totals): number =>
    answered.has(id) ? (units.get(id)?.n ?? 0) : 0
  return {
    id,
    name,
    parent,
    headcount,
    answered: answeredBand(shown(ballots), headcount),
    responseRate: rateBand(shown(returns), headcount),
  }
}

function releasedConstruct(
  { units, groups: planned, organization }: PublicationPlan,
  measured: Measured,
  patterns: Patterns,
  groups: ShownGroups | null,
): ReleasedConstruct {
  const { headcount } = organization
  const cells = units.map((unit) => [
    unit.id,
    unitCell(measured, unit, headcount, patterns),
  ])
  const cellOf = groups && groupCells(measured, groups, headcount)
  return {
    organization: organizationCell(measured, headcount),
    units: Object.fromEntries(cells),
    groups: Object.fromEntries(planned.map(({ id }) => [id, cellOf?.(id) ?? hiddenCell])),
  }
}

function groupCells(
  measured: Measured,
  { crossing, crossed, patterns }: ShownGroups,
  headcount: number | null,
): ((id: string) => Cell) | null {
  const counts = crossed.constructs[measured.planned.construct]
  if (!counts) return null
  const totalOf = groupTotals(crossing, counts)
  return (id) => groupCell(measured, totalOf(id), id, headcount, patterns)
}

function barrierFigures(
  counts: CountTable,
  headcount: number | null,
  { list }: Thresholds,
): Release['barriers'] {
  return choiceFigures<Barrier>(barriers, counts.barriers, headcount, () => list)
}
