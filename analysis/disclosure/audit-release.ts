import { type Audit, auditOf } from './audits.ts'
import { hiddenCell } from './cells.ts'
import type { CountTable, CrossedConstruct, CrossedCounts } from './counts.ts'
import { crossPlan } from './crossing.ts'
import type { Cell, Release, ReleasedConstruct } from './disclosed.ts'
import { hiddenFigure } from './figures.ts'
import type { PublicationPlan } from './publication-plan.ts'
import type { FigureKind } from './shown-sums.ts'

const kinds: readonly FigureKind[] = ['meanNeed', 'shareElevated', 'shareHigh']

/** How finely a kind of figure is shown; each of these tells less than the one before. */
const extents = ['groups', 'units', 'organization', 'nothing'] as const
type Extent = (typeof extents)[number]

/**
 * Looks at a release as an attacker would who knows how many answered in every group that
 * can be named, and takes out what two independent audits refuse: sums of shown figures that
 * tell of fewer than k people (span audit), and a few people whom what is shown bounds
 * narrowly (interval audit). They go by the figures that are in the release, not by how
 * these came to be chosen.
 *
 * Figures of one kind and construct add up among themselves only. Where they are refused,
 * they are shown by unit and no longer by background, or else of the organization alone.
 *
 * @param k people
 */
export function withoutRefused(
  plan: PublicationPlan,
  counts: CountTable,
  release: Release,
  k: number,
): Release {
  const crossed = counts.crossed ?? crossUnits(counts)
  const crossing = crossPlan(
    counts.crossed ? plan : { ...plan, filters: [], groups: [] },
    crossed,
  )
  const constructs = plan.constructs.flatMap(({ construct }) => {
    const measured = crossed.constructs[construct]
    const released = release.constructs[construct]
    if (!released) return []
    if (!measured) return [[construct, released] as const]
    const passes = auditOf(crossing, measured, k)
    const left = kinds.reduce((one, kind) => trim(one, kind, passes), released)
    return [[construct, left] as const]
  })
  return { ...release, constructs: Object.fromEntries(constructs) }
}

function trim(
  released: ReleasedConstruct,
  kind: FigureKind,
  passes: Audit,
): ReleasedConstruct {
  for (const extent of extents) {
    const shown = showing(released, kind, extent)
    if (passes(shown, kind)) return shown
  }
  return showing(released, kind, 'nothing')
}

function showing(
  released: ReleasedConstruct,
  kind: FigureKind,
  extent: Extent,
): ReleasedConstruct {
  if (extent === 'groups') return released
  const { organization, units, groups } = released
  const hideAll = (
    cells: Readonly<Record<string, Cell>>,
  ): Readonly<Record<string, Cell>> =>
    Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, hide(cell, kind)]))
  return {
    organization: extent === 'nothing' ? hide(organization, kind) : organization,
    units: extent === 'units' ? units : hideAll(units),
    groups: hideAll(groups),
  }
}

/** A cell without one kind of figure; without any it is hidden altogether. */
function hide(cell: Cell, kind: FigureKind): Cell {
  const left = { ...cell, [kind]: hiddenFigure }
  return kinds.every((one) => left[one].kind === 'hidden') ? hiddenCell : left
}

/** Counts by unit as atoms, where no background was asked. */
function crossUnits({ ballots, constructs }: CountTable): CrossedCounts {
  const units = Object.keys(ballots).sort()
  const columns = Object.entries(constructs).map(([construct, byUnit]) => {
    const column = (field: 'n' | 'elevated' | 'high' | 'sumOfNeed'): Float64Array =>
      Float64Array.from(units, (unit) => byUnit?.[unit]?.[field] ?? 0)
    const counts: CrossedConstruct = {
      n: column('n'),
      elevated: column('elevated'),
      high: column('high'),
      sumOfNeed: column('sumOfNeed'),
      squares: new Float64Array(units.length), // no audit asks for them
    }
    return [construct, counts] as const
  })
  return {
    units,
    categories: {},
    ballots: Float64Array.from(units, (unit) => ballots[unit] ?? 0),
    constructs: Object.fromEntries(columns),
  }
}
