import type { ReactNode } from 'react'
import type { Publication } from '#server/assessments/ahead/contract.ts'
import { shownOfUnit } from './shown-of-unit.ts'

const width = 960
const rowHeight = 44
/** Narrower boxes have no room for a word; the table names them. */
const narrowest = 46
const letterWidth = 8

interface Box {
  readonly id: string
  readonly name: string
  readonly people: number
  readonly x: number
  readonly width: number
  readonly depth: number
  readonly shown: string
}

/** The unit tree from the organization down, each box as wide as its people are many. */
export function Icicle({
  publication,
}: {
  readonly publication: Publication
}): ReactNode {
  const boxes = boxesOf(publication)
  const depth = Math.max(...boxes.map((box) => box.depth)) + 1
  return (
    <svg
      className="icicle"
      viewBox={`0 0 ${width} ${depth * rowHeight}`}
      aria-hidden="true"
    >
      {boxes.map((box) => (
        <g key={box.id} className={box.shown}>
          <rect
            x={box.x + 1}
            y={box.depth * rowHeight + 1}
            width={Math.max(0, box.width - 2)}
            height={rowHeight - 2}
            rx={4}
          />
          {box.width >= narrowest && (
            <text x={box.x + 8} y={box.depth * rowHeight + rowHeight / 2 + 5}>
              {shortened(`${box.name} ${box.people}`, box.width - 16)}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

function boxesOf(publication: Publication): readonly Box[] {
  const { organization, people, units } = publication
  const scale = width / Math.max(1, people)
  const below = (parent: string | null, x: number, depth: number): readonly Box[] => {
    let start = x
    return units
      .filter((unit) => unit.parent === parent)
      .flatMap((unit) => {
        const own: Box = {
          id: unit.id,
          name: unit.name,
          people: unit.headcount,
          x: start,
          width: unit.headcount * scale,
          depth,
          shown: shownOfUnit(unit, publication),
        }
        start += own.width
        return [own, ...below(unit.id, own.x, depth + 1)]
      })
  }
  const whole = {
    id: '',
    name: organization,
    people,
    x: 0,
    width,
    depth: 0,
    shown: 'all',
  }
  return [whole, ...below(null, 0, 1)]
}

function shortened(text: string, room: number): string {
  const letters = Math.floor(room / letterWidth)
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1))}…`
}
