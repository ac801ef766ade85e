/** What a constraint of an XLSForm says that a closed question can say too. */
export interface ReadConstraint {
  readonly from: number | undefined
  readonly to: number | undefined
  readonly atMost: number | undefined
  /** options that are chosen alone */
  readonly alone: ReadonlySet<string>
  /** nothing of it was left out */
  readonly isWhole: boolean
}

const longest = 2_000
const bound = /^\s*\.\s*(>=|>|<=|<)\s*(-?\d{1,6})\s*$/
const count = /^\s*count-selected\(\s*\.\s*\)\s*<=\s*(\d{1,3})\s*$/
const exclusive =
  /^\s*not\(selected\(\.,\s*'([^']{1,60})'\) and count-selected\(\.\) > 1\)\s*$/

/** Reads `. >= 0 and . <= 10`, `count-selected(.) <= 3`, and options that stand alone. */
export function readConstraint(constraint: string): ReadConstraint {
  const isShort = constraint.length <= longest
  const parts = isShort && constraint !== '' ? splitAnd(constraint) : []
  const bounds = parts.flatMap(readBound)
  const counts = parts.flatMap((part) => count.exec(part)?.[1] ?? [])
  const alone = parts.flatMap((part) => exclusive.exec(part)?.[1] ?? [])
  return {
    from: bounds.find(({ end }) => end === 'from')?.limit,
    to: bounds.find(({ end }) => end === 'to')?.limit,
    atMost: counts[0] === undefined ? undefined : Number(counts[0]),
    alone: new Set(alone),
    isWhole: isShort && bounds.length + counts.length + alone.length === parts.length,
  }
}

interface Bound {
  readonly end: 'from' | 'to'
  readonly limit: number
}

function readBound(part: string): readonly Bound[] {
  const [, sign, limit] = bound.exec(part) ?? []
  if (sign === undefined) return []
  const beyond = { '>': 1, '<': -1 }[sign] ?? 0
  return [{ end: sign.startsWith('>') ? 'from' : 'to', limit: Number(limit) + beyond }]
}

/** Divides at each `and` that stands in no brackets. */
function splitAnd(constraint: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < constraint.length; at += 1) {
    if (constraint[at] === '(') depth += 1
    else if (constraint[at] === ')') depth -= 1
    else if (depth === 0 && /^\sand\s/i.test(constraint.slice(at, at + 5))) {
      parts.push(constraint.slice(from, at))
      from = at + 4
    }
  }
  return [...parts, constraint.slice(from)]
}
