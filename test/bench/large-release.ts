import { valuesOf } from '#analysis/disclosure/audits.ts'
import type { CountTable, CrossedConstruct } from '#analysis/disclosure/counts.ts'
import { type Crossing, crossPlan } from '#analysis/disclosure/crossing.ts'
import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Release, ReleasedConstruct } from '#analysis/disclosure/disclosed.ts'
import { leavesOpen } from '#analysis/disclosure/interval-audit.ts'
import { crowdOf, scopeOf } from '#analysis/disclosure/interval-scope.ts'
import { makeRelease } from '#analysis/disclosure/make-release.ts'
import type { PublicationPlan } from '#analysis/disclosure/publication-plan.ts'
import { sdc1 } from '#analysis/disclosure/rules.ts'
import {
  type FigureKind,
  shownFamily,
  shownSums,
} from '#analysis/disclosure/shown-sums.ts'
import { findFaults } from '#analysis/disclosure/span-audit.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import { addSpent, inSeconds, printFigure, timed } from './figures.ts'
import { inventCounts, planWithFourQuestions } from './invented-table.ts'
import { inventUnits, reportingUnits } from './invented-units.ts'

const people = 200_000
const secondsForRelease = 60
const secondsForIntervals = 300
const k = sdc1.group

const kinds: readonly FigureKind[] = ['meanNeed', 'shareElevated', 'shareHigh']

/**
 * Times the release of a large organization, and each audit of it by itself: 200,000 people
 * in some 2,000 teams of three levels, four background questions, thirty needs. The audits are
 * timed figure by figure, as if kinds that are shown together had nothing in common; the
 * last line is what publishing takes.
 */
export function timeLargeRelease(): void {
  const random = seededRandom('a bench of a large release')
  const units = inventUnits(random, people)
  const plan = timed(() => planWithFourQuestions(reportingUnits(units)))
  const counts = inventCounts(random, units, reportingUnits(units))
  const answers = Object.values(counts.ballots).reduce((sum, n) => sum + n, 0)
  console.log(
    `A release of ${people} people, ${plan.result.reportingUnits.length} reporting units, ${answers} answers`,
  )
  const release = timed(() => makeRelease(plan.result, counts, sdc1))
  const spans = timed(() => auditEach(plan.result, counts, release.result, isSpanSafe))
  const intervals = timed(() => auditEach(plan.result, counts, release.result, isOpen))
  printFigure('plan', inSeconds(plan.spent))
  printFigure('release', inSeconds(release.spent))
  printFigure(`span audit: ${spans.result}`, inSeconds(spans.spent))
  const all = addSpent([plan.spent, release.spent, spans.spent])
  printFigure('plan, release and span audit', inSeconds(all), {
    words: `< ${secondsForRelease} s`,
    met: all.wall < secondsForRelease,
  })
  printFigure(`interval audit: ${intervals.result}`, inSeconds(intervals.spent), {
    words: `< ${secondsForIntervals} s`,
    met: intervals.spent.wall < secondsForIntervals,
  })
  const disclosed = timed(() => disclose(plan.result, counts))
  printFigure('all of it as one (disclose)', inSeconds(disclosed.spent))
}

/** Everything shown of one construct in one kind of figure. */
interface Shown {
  readonly crossing: Crossing
  readonly measured: CrossedConstruct
  readonly released: ReleasedConstruct
  readonly kind: FigureKind
}

function isSpanSafe({ crossing, measured, released, kind }: Shown): boolean {
  return findFaults(crossing, shownFamily(released, kind), measured.n, k).length === 0
}

function isOpen({ crossing, measured, released, kind }: Shown): boolean {
  const crowd = crowdOf(crossing, shownFamily(released, kind), measured.n)
  const sums = shownSums(crossing, released, kind)
  return leavesOpen(scopeOf(crowd, valuesOf(measured, kind), sums))
}

/** @returns of how many needs and kinds something is shown, and how many are refused */
function auditEach(
  plan: PublicationPlan,
  { crossed }: CountTable,
  { constructs }: Release,
  passes: (shown: Shown) => boolean,
): string {
  if (!crossed) throw new RangeError('expected counts by background')
  const crossing = crossPlan(plan, crossed)
  const outcomes = plan.constructs.flatMap(({ construct }) => {
    const measured = crossed.constructs[construct]
    const released = constructs[construct]
    if (!measured || !released) return []
    return kinds
      .filter((kind) => shownSums(crossing, released, kind).length > 0)
      .map((kind) => passes({ crossing, measured, released, kind }))
  })
  const refused = outcomes.filter((passed) => !passed).length
  return `${outcomes.length} kinds of figures, ${refused} refused`
}
