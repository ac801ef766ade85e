import {
  type FocusEvent,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useState,
} from 'react'
import type { ConstructId } from '#surveys/constructs.ts'
import { useLanguage } from '../../language.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import type { HeatGrid, HeatRow } from './heat-grid.ts'
import { lookOf, useCellWords, useShortWords } from './heat-words.ts'

/**
 * The heat map as a table that is walked with the arrow keys: every cell, hidden ones too, is
 * one key press from the next and says below the table what it is.
 */
export function HeatTable({
  grid,
  sort,
  onSort,
}: {
  readonly grid: HeatGrid
  readonly sort: ConstructId | undefined
  readonly onSort: (construct: ConstructId | undefined) => void
}): ReactNode {
  const { say } = useLanguage()
  const [place, setPlace] = useState<Place | null>(null)
  const enter = ({ target }: FocusEvent): void => setPlace(placeOf(target))
  return (
    <>
      <WideTable title={say('heatmap.title')}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are walked with the arrow keys */}
        <table className="heatmap" role="grid" onKeyDown={walk} onFocus={enter}>
          <caption>{say('heatmap.caption')}</caption>
          <Head columns={grid.columns} sort={sort} onSort={onSort} />
          <Body grid={grid} />
        </table>
      </WideTable>
      <Reading grid={grid} place={place} />
    </>
  )
}

interface Place {
  readonly row: number
  readonly column: number
}

function placeOf(target: EventTarget): Place | null {
  if (!(target instanceof HTMLTableCellElement) || target.tagName !== 'TD') return null
  const row = target.parentElement
  if (!(row instanceof HTMLTableRowElement)) return null
  return { row: row.sectionRowIndex, column: target.cellIndex - 1 }
}

const moves: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
}

/** Arrow keys go from cell to cell; only one of them is a stop of the tabulator. */
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const move = moves[event.key]
  const from = placeOf(event.target)
  const body = event.currentTarget.tBodies[0]
  if (!move || !from || !body) return
  const row = body.rows[within(from.row + move[0], body.rows.length)]
  if (!row) return
  const cell = row.cells[1 + within(from.column + move[1], row.cells.length - 1)]
  if (!cell || !(event.target instanceof HTMLElement)) return
  event.preventDefault()
  event.target.tabIndex = -1
  cell.tabIndex = 0
  cell.focus()
}

const within = (place: number, length: number): number =>
  Math.max(0, Math.min(length - 1, place))

function Head({
  columns,
  sort,
  onSort,
}: {
  readonly columns: readonly ConstructId[]
  readonly sort: ConstructId | undefined
  readonly onSort: (construct: ConstructId | undefined) => void
}): ReactNode {
  const { say } = useLanguage()
  return (
    <thead>
      <tr>
        <td />
        {columns.map((construct) => {
          const isSorted = construct === sort
          return (
            <th
              scope="col"
              key={construct}
              {...(isSorted && { 'aria-sort': 'descending' as const })}
            >
              <button
                type="button"
                className="sorts"
                onClick={() => onSort(isSorted ? undefined : construct)}
                title={say(isSorted ? 'heat.unsort' : 'heat.sort')}
              >
                <span>
                  {say(`construct.${construct}`)}
                  {isSorted && <span aria-hidden="true"> ▾</span>}
                </span>
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

/** Drawn anew only when other cells are to be shown, not when one is looked at. */
const Body = memo(function Body({ grid }: { readonly grid: HeatGrid }): ReactNode {
  return (
    <tbody>
      {grid.rows.map((row, index) => (
        <Row key={row.id} row={row} isFirst={index === 0} />
      ))}
    </tbody>
  )
})

function Row({
  row: { name, depth, cells },
  isFirst,
}: {
  readonly row: HeatRow
  readonly isFirst: boolean
}): ReactNode {
  const short = useShortWords()
  const words = useCellWords()
  return (
    <tr>
      <th scope="row" className={`depth-${depth}`}>
        {name}
      </th>
      {cells.map((cell, index) => (
        <td
          key={index}
          tabIndex={isFirst && index === 0 ? 0 : -1}
          className={lookOf(cell)}
        >
          <span aria-hidden="true">{short(cell)}</span>
          <span className="unseen">{words(cell)}</span>
        </td>
      ))}
    </tr>
  )
}

/** What the cell is that one stands on, and for a hidden one the rule. */
function Reading({
  grid,
  place,
}: {
  readonly grid: HeatGrid
  readonly place: Place | null
}): ReactNode {
  const { say } = useLanguage()
  const words = useCellWords()
  const row = place && grid.rows[place.row]
  const construct = place && grid.columns[place.column]
  const cell = place && row?.cells[place.column]
  if (!row || !construct || !cell) {
    return <p className="quiet reading">{say('heat.how')}</p>
  }
  const title = `${row.name}, ${say(`construct.${construct}`)}: ${words(cell)}`
  return (
    <p className="reading">
      {title}. {cell.kind === 'hidden' && say('heat.why-hidden')}
    </p>
  )
}
