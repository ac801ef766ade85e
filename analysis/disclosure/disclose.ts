import { type Barrier, barriers } from '#surveys/modules/getting-help.ts'
import { answeredBand, countsAs, rateBand } from './bands.ts'
import { organizationCell, unitCell } from './cells.ts'
import { checkCounts } from './check-counts.ts'
import { choiceFigures, wantedFigures } from './choices.ts'
import type { CountTable } from './counts.ts'
import type { Disclosed, Release, ReleasedConstruct, ReleasedUnit } from './disclosed.ts'
import { mint } from './mint.ts'
import { findPatterns, type Measured, noUnits, type Patterns } from './patterns.ts'
import {
  type PlannedUnit,
  type PublicationPlan,
  planConstruct,
} from './publication-plan.ts'
import { notBelowSdc1, type Thresholds } from './rules.ts'
import { addUp, ballotsAsCounts, type Totals } from './totals.ts'

const noAnswers: CountTable = {
  ballots: {},
  constructs: {},
  wanted: null,
  barriers: null,
}

/**
 * Turns exact counts into the one release of an assessment (rule set SDC-1): what the plan
 * allows, of groups that are large enough and cannot be subtracted into small ones, clipped
 * and rounded. Nothing finer leaves.
 *
 * @throws RangeError when these cannot be counts under this plan
 */
export function disclose(plan: PublicationPlan, counts: CountTable): Disclosed<Release> {
  checkCounts(plan, counts)
  const least = notBelowSdc1(plan.thresholds)
  const answers = addUp(plan, ballotsAsCounts(counts.ballots)).organization.n
  const { organization, group } = least
  const isShown = isEnough(plan, answers, { people: organization, answers: group })
  return mint(releaseOf(plan, isShown ? counts : noAnswers, least))
}

/** Without head counts, those who answered are the only people known of. */
function isEnough(
  { organization }: PublicationPlan,
  answers: number,
  least: { readonly people: number; readonly answers: number },
): boolean {
  const people = organization.headcount ?? answers
  const counts = countsAs(answeredBand(answers, organization.headcount))
  return people >= least.people && counts >= least.answers
}

function releaseOf(
  plan: PublicationPlan,
  counts: CountTable,
  least: Thresholds,
): Release {
  const { headcount, name } = plan.organization
  const ballots = addUp(plan, ballotsAsCounts(counts.ballots))
  const measured = plan.constructs.map(({ construct }) => ({
    planned: planConstruct(construct, least),
    totals: addUp(plan, counts.constructs[construct] ?? {}),
  }))
  const patterns = patternsOf(plan, ballots, measured, least)
  const answers = ballots.organization.n
  return {
    rules: 'SDC-1',
    organization: {
      name,
      headcount,
      answered: answeredBand(answers, headcount),
      responseRate: rateBand(answers, headcount),
    },
    manyEmployers: plan.manyEmployers,
    units: plan.units.map((unit) => releasedUnit(unit, ballots, patterns)),
    constructs: Object.fromEntries(
      measured.map((one) => [
        one.planned.construct,
        releasedConstruct(plan, one, patterns),
      ]),
    ),
    wanted: plan.wanted ? wantedFigures(counts.wanted, headcount, least) : {},
    barriers: plan.barriers ? barrierFigures(counts, headcount, least) : {},
  }
}

function patternsOf(
  plan: PublicationPlan,
  ballots: Totals,
  measured: readonly Measured[],
  least: Thresholds,
): Patterns {
  const { unitsFromHeadcount: people, unitsFromAnswers: answers } = least
  if (!isEnough(plan, ballots.organization.n, { people, answers })) return noUnits
  return findPatterns(plan, ballots, measured, least)
}

function releasedUnit(
  { id, name, parent, headcount }: PlannedUnit,
  ballots: Totals,
  { answered }: Patterns,
): ReleasedUnit {
  // A unit that is not shown has no rate either: the rate would tell why it is not shown.
  const n = answered.has(id) ? (ballots.units.get(id)?.n ?? 0) : 0
  return {
    id,
    name,
    parent,
    headcount,
    answered: answeredBand(n, headcount),
    responseRate: rateBand(n, headcount),
  }
}

function releasedConstruct(
  { units, organization }: PublicationPlan,
  measured: Measured,
  patterns: Patterns,
): ReleasedConstruct {
  const { headcount } = organization
  const cells = units.map((unit) => [
    unit.id,
    unitCell(measured, unit, headcount, patterns),
  ])
  return {
    organization: organizationCell(measured, headcount),
    units: Object.fromEntries(cells),
  }
}

function barrierFigures(
  counts: CountTable,
  headcount: number | null,
  { list }: Thresholds,
): Release['barriers'] {
  return choiceFigures<Barrier>(barriers, counts.barriers, headcount, () => list)
}
