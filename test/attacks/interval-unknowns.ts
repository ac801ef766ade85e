import type { Release } from '#analysis/disclosure/disclosed.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import type { Line, Unknowns } from './linear-bounds.ts'
import type { Atom, Population } from './population.ts'
import { isIn, type Kind, kinds, type Published, readPublished } from './published.ts'

/** All figures about one construct, by kind. */
export type Figures = readonly (readonly [Kind, readonly Published[]])[]

export function figuresOf(
  release: Release,
  construct: ConstructId,
  population: Population,
): Figures {
  return kinds.map((kind) => {
    return [kind, readPublished(release, construct, kind, population)] as const
  })
}

/** What adding up in doubles may cost. */
const hair = 1e-6

/** The unknowns of one atom: what its needs add up to, and how many are elevated, and high. */
type Columns = Readonly<Record<Kind, number>>

/** @param atom its place */
export function columnsAt(atom: number): Columns {
  const start = kinds.length * atom
  return { meanNeed: start, shareElevated: start + 1, shareHigh: start + 2 }
}

/** Everything that is known of some atoms, each with its columns. */
export function unknownsOf(atoms: readonly Atom[], shown: Figures): Unknowns {
  return {
    upper: atoms.flatMap(({ people }) => [100 * people, people, people]),
    lines: [
      ...(shown.length > 1
        ? atoms.flatMap((atom, index) => levels(atom, columnsAt(index)))
        : []),
      ...shown.flatMap(([kind, published]) =>
        published.map((figure) => lineOf(atoms, kind, figure)),
      ),
    ],
  }
}

/** What levels say of needs, and needs of levels: something only where both are shown. */
function levels({ people }: Pick<Atom, 'people'>, own: Columns): readonly Line[] {
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

function lineOf(atoms: readonly Atom[], kind: Kind, figure: Published): Line {
  const members = atoms.flatMap((atom, index) => (isIn(atom, figure) ? [index] : []))
  const people = members.reduce((sum, index) => sum + (atoms[index]?.people ?? 0), 0)
  const scale = kind === 'meanNeed' ? people : people / 100
  return {
    terms: members.map((index) => [columnsAt(index)[kind], 1] as const),
    low: figure.low * scale - hair,
    high: figure.high * scale + hair,
  }
}
