import type { Release } from '#analysis/disclosure/disclosed.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import { type Few, fewPeople } from './few-people.ts'
import { Bounds, type Line, type Unknowns } from './linear-bounds.ts'
import type { Atom, Population } from './population.ts'
import { isIn, type Kind, kinds, type Published, readPublished } from './published.ts'

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

/** Hundredths of a thousandth that rounding in a double may cost. */
const hair = 1e-6

/** The unknowns of one atom: what its needs add up to, and how many are elevated, and high. */
export type Columns = Readonly<Record<Kind, number>>

/**
 * Bounds the average of every group of 1 to 4 people by all figures about one construct
 * together: means and shares, of units, groups and the organization, with every atom an
 * unknown of its own. Who is elevated has a need of 50 at least, who is high one of 75.
 */
export function attackIntervals(
  population: Population,
  release: Release,
  construct: ConstructId,
): IntervalFindings {
  const figures = kinds.map((kind) => {
    return [kind, readPublished(release, construct, kind, population)] as const
  })
  const shown = figures.filter(([, published]) => published.length > 0)
  const targets = fewPeople(population, 5)
  const findings = { tried: targets.length, named: open, wider: open }
  if (shown.length === 0 || targets.length === 0) return findings
  const columnsOf = new Map(
    population.atoms.map((atom, index) => [atom, columnsAt(index)]),
  )
  using bounds = new Bounds(unknownsOf(population, shown))
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

/** @param atom its place */
export function columnsAt(atom: number): Columns {
  const start = kinds.length * atom
  return { meanNeed: start, shareElevated: start + 1, shareHigh: start + 2 }
}

function unknownsOf(
  { atoms }: Population,
  shown: readonly (readonly [Kind, readonly Published[]])[],
): Unknowns {
  return {
    upper: atoms.flatMap(({ people }) => [100 * people, people, people]),
    lines: [
      ...atoms.flatMap((atom, index) => levels(atom, columnsAt(index))),
      ...shown.flatMap(([kind, published]) =>
        published.map((figure) => lineOf(atoms, kind, figure)),
      ),
    ],
  }
}

/** What levels say of needs, and needs of levels. */
export function levels({ people }: Pick<Atom, 'people'>, own: Columns): readonly Line[] {
  const { meanNeed: need, shareElevated: elevated, shareHigh: high } = own
  return [
    {
      terms: [
        [elevated, 1],
        [high, -1],
      ],
      low: 0,
      high: people,
    },
    {
      terms: [
        [need, 1],
        [elevated, -50],
        [high, -25],
      ],
      low: 0,
      high: 100 * people,
    },
    {
      terms: [
        [need, 1],
        [elevated, -25],
        [high, -25],
      ],
      low: -100 * people,
      high: 50 * people,
    },
  ]
}

export function lineOf(atoms: readonly Atom[], kind: Kind, figure: Published): Line {
  const members = atoms.flatMap((atom, index) => (isIn(atom, figure) ? [index] : []))
  const people = members.reduce((sum, index) => sum + (atoms[index]?.people ?? 0), 0)
  const scale = kind === 'meanNeed' ? people : people / 100
  return {
    terms: members.map((index) => [columnsAt(index)[kind], 1] as const),
    low: figure.low * scale - hair,
    high: figure.high * scale + hair,
  }
}
