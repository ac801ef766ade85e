import type { Figure } from '#analysis/disclosure/disclosed.ts'
import type { Results } from '#server/results/contract.ts'
import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import { filtersOf } from '../../group-names.ts'
import type { Language } from '../../language.tsx'
import { rowsOfFilter, rowsOfUnits } from './heat-rows.ts'
import type { HeatSearch } from './heat-search.ts'

type Release = Results['release']

/** A place of the heat map; the reason why one is not shown would tell, so there is none. */
export type HeatCell =
  | Figure
  /** points more or less than the whole organization, where both are shown */
  | { readonly kind: 'apart'; readonly value: number }
  /** the organization was not asked */
  | { readonly kind: 'not-asked' }
  /** asked, but never counted for groups of this kind */
  | { readonly kind: 'not-counted' }

export interface HeatRow {
  readonly id: string
  readonly name: string
  /** 0 the organization, 1 its divisions, and so on */
  readonly depth: number
  readonly cells: readonly HeatCell[]
}

/** The heat map as it is shown: a column a need, a row a group, the organization first. */
export interface HeatGrid {
  readonly columns: readonly ConstructId[]
  readonly rows: readonly HeatRow[]
}

/** Needs by unit or background, in the order that was chosen. */
export function heatGrid(
  release: Release,
  search: HeatSearch,
  language: Language,
): HeatGrid {
  const columns = columnsOf(release, search.order)
  const filter = filtersOf(release).find((one) => one === search.by)
  const groups = filter ? rowsOfFilter(release, filter, language) : rowsOfUnits(release)
  const cellsOf = (id: string | null): readonly HeatCell[] =>
    columns.map((construct) => cellOf(release, construct, id, search.apart === true))
  const whole = { id: '', name: language.say('organization.whole'), depth: 0 }
  const rows = groups.map((group) => ({ ...group, cells: cellsOf(group.id) }))
  const at = search.sort ? columns.indexOf(search.sort) : -1
  return {
    columns,
    rows: [{ ...whole, cells: cellsOf(null) }, ...(at < 0 ? rows : sortedBy(rows, at))],
  }
}

/** Greatest first, what is not shown last; divisions and units then stand in one row. */
function sortedBy(rows: readonly HeatRow[], at: number): readonly HeatRow[] {
  const value = ({ cells }: HeatRow): number => {
    const cell = cells[at]
    return cell && 'value' in cell ? cell.value : Number.NEGATIVE_INFINITY
  }
  return rows
    .map((row) => ({ ...row, depth: 1 }))
    .toSorted((a, b) => compare(value(b), value(a)) || a.name.localeCompare(b.name))
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)

/** @param id null for the whole organization */
function cellOf(
  { constructs }: Release,
  construct: ConstructId,
  id: string | null,
  apart: boolean,
): HeatCell {
  const cells = constructs[construct]
  if (!cells) return { kind: 'not-asked' }
  const whole = cells.organization.meanNeed
  if (id === null) return whole
  const figure = (cells.units[id] ?? cells.groups[id])?.meanNeed
  if (!figure) return { kind: 'not-counted' }
  if (!apart || figure.kind === 'hidden') return figure
  if (figure.kind !== 'shown' || whole.kind !== 'shown') return { kind: 'hidden' }
  return { kind: 'apart', value: figure.value - whole.value }
}

/** Needs whose mean may be shown by unit at all; rare ones never are. */
function columnsOf(
  release: Release,
  order: HeatSearch['order'] = 'need',
): readonly ConstructId[] {
  const asked = constructIds.filter(
    (id) => release.constructs[id] !== undefined && !constructOf(id).rare,
  )
  if (order === 'life') return asked
  const need = (id: ConstructId): number => {
    const mean = release.constructs[id]?.organization.meanNeed
    return mean && mean.kind !== 'hidden' ? mean.value : -1
  }
  return asked.toSorted((a, b) => need(b) - need(a) || a.localeCompare(b))
}
