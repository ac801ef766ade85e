import { type Few, fewPeople } from './few-people.ts'
import { columnsAt, type Figures, unknownsOf } from './interval-unknowns.ts'
import { Bounds } from './linear-bounds.ts'
import type { Population } from './population.ts'
import type { Kind } from './published.ts'

/** How narrowly figures bound the average of few people, in points of 100. */
export interface IntervalFindings {
  readonly tried: number
  /** the narrowest bounds of groups that the rules name, and of all others */
  readonly named: Narrowest
  readonly wider: Narrowest
}

export interface Narrowest {
  readonly width: number
  readonly kind: Kind
  readonly people: number
  /** groups with less than half of the scale */
  readonly narrow: number
}

const open: Narrowest = { width: 100, kind: 'meanNeed', people: 0, narrow: 0 }

/** What adding up in doubles may cost. */
const hair = 1e-6

/**
 * Bounds the average of every group of 1 to 4 people by all figures about one construct
 * together: means and shares, of units, groups and the organization, with every atom an
 * unknown of its own. Who is elevated has a need of 50 at least, who is high one of 75.
 */
export function attackIntervals(
  population: Population,
  figures: Figures,
): IntervalFindings {
  const shown = figures.filter(([, published]) => published.length > 0)
  const targets = fewPeople(population, 5)
  const findings = { tried: targets.length, named: open, wider: open }
  if (shown.length === 0 || targets.length === 0) return findings
  const columnsOf = new Map(
    population.atoms.map((atom, index) => [atom, columnsAt(index)]),
  )
  using bounds = new Bounds(unknownsOf(population.atoms, shown))
  for (const [kind] of shown) {
    for (const group of targets) {
      const found = group.atoms.map((atom) => columnsOf.get(atom)?.[kind] ?? 0)
      const whose = group.isNamed ? 'named' : 'wider'
      findings[whose] = narrower(findings[whose], bounds, { found, kind, group })
    }
  }
  return findings
}

function narrower(
  before: Narrowest,
  bounds: Bounds,
  asked: { found: readonly number[]; kind: Kind; group: Few },
): Narrowest {
  const { found, kind, group } = asked
  const { people } = group
  const scale = kind === 'meanNeed' ? people : people / 100
  const enough = Math.max(50, before.width) * scale
  const width = bounds.width(found, enough) / scale
  const narrow = before.narrow + (width < 50 - hair ? 1 : 0)
  return width < before.width ? { width, kind, people, narrow } : { ...before, narrow }
}
