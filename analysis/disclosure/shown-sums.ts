import { countsAs } from './bands.ts'
import type { Condition, Crossing } from './crossing.ts'
import type { Cell, Figure, ReleasedConstruct } from './disclosed.ts'
import { type Grid, meanGrid, shareGrid } from './figures.ts'

/** The kinds of figures that add up, each by itself. */
export type FigureKind = 'meanNeed' | 'shareElevated' | 'shareHigh'

/** A figure of a release, as what it says of the average of its people, 0–100. */
export interface ShownSum {
  /** −1 for the organization */
  readonly node: number
  readonly condition: Condition | null
  readonly low: number
  readonly high: number
}

/** Every figure of one kind and construct that is not hidden. */
export function shownSums(
  { nodes, groups, divisions }: Crossing,
  released: ReleasedConstruct,
  kind: FigureKind,
): readonly ShownSum[] {
  const sums: ShownSum[] = []
  const add = (
    cell: Cell | undefined,
    node: number,
    condition: Condition | null,
  ): void => {
    const bounds = cell && boundsOf(cell, kind)
    if (bounds) sums.push({ node, condition, ...bounds })
  }
  add(released.organization, -1, null)
  nodes.forEach(({ id }, node) => {
    add(own(released.units, id), node, null)
  })
  const places = new Map(nodes.map(({ id }, node) => [id, node]))
  for (const [id, group] of groups) {
    const node = places.get(divisions[group.division] ?? '') ?? -1
    add(own(released.groups, id), node, group)
  }
  return sums
}

/** The ids of units and groups whose figure is not hidden. */
export function shownFamily(released: ReleasedConstruct, kind: FigureKind) {
  const shown = (cells: Readonly<Record<string, Cell>>): ReadonlySet<string> => {
    const ids = Object.entries(cells).filter(([, cell]) => cell[kind].kind !== 'hidden')
    return new Set(ids.map(([id]) => id))
  }
  return { units: shown(released.units), groups: shown(released.groups) }
}

function own(cells: Readonly<Record<string, Cell>>, id: string): Cell | undefined {
  return Object.hasOwn(cells, id) ? cells[id] : undefined
}

function boundsOf(cell: Cell, kind: FigureKind): { low: number; high: number } | null {
  const counts = countsAs(cell.answered)
  if (cell[kind].kind === 'hidden' || counts === 0) return null
  return kind === 'meanNeed'
    ? readBack(cell[kind], 1, meanGrid(counts))
    : readBack(cell[kind], 100, shareGrid(counts))
}

/** What lies behind a figure: half a step on both sides, or all beyond a bound. */
function readBack(
  figure: Exclude<Figure, { kind: 'hidden' }>,
  whole: number,
  { step, low, high }: Grid,
): { low: number; high: number } {
  const value = whole * figure.value
  switch (figure.kind) {
    case 'at-most':
      return { low: 0, high: low }
    case 'at-least':
      return { low: high, high: 100 }
    case 'shown':
      return {
        low: Math.max(low, value - step / 2),
        high: Math.min(high, value + step / 2),
      }
  }
}
