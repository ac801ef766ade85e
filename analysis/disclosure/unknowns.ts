import { at } from '../statistics/at.ts'
import { eachNode } from './crossing.ts'
import { type Scope, sumUp } from './interval-scope.ts'
import { type Rings, ringFigures, ringPeople, ringsAround } from './rings.ts'
import type { ShownSum } from './shown-sums.ts'

/** People whose answers add up to one unknown. */
export interface Unknown {
  readonly people: number
  /** the atom, where it is looked at by itself; else −1 */
  readonly target: number
}

/** Between what the sum of some unknowns must lie. */
export interface BoundSum {
  /** by place of the unknowns */
  readonly columns: readonly number[]
  readonly low: number
  readonly high: number
}

export interface Unknowns {
  readonly unknowns: readonly Unknown[]
  readonly sums: readonly BoundSum[]
}

/** An unknown for every class, but for the targets, which have their own. */
export function everyUnknown(scope: Scope, targets: ReadonlySet<number>): Unknowns {
  const { classes, people, figures } = scope
  const rests = classes.people.slice()
  const atomOf = new Int32Array(classes.count)
  classes.ofAtom.forEach((one, atom) => {
    if (one < 0) return
    atomOf[one] = atom
    if (targets.has(atom)) rests[one] = at(rests, one) - at(people, atom)
  })
  const all = [
    ...[...targets].map((atom) => ({ people: at(people, atom), target: atom, atom })),
    ...[...rests].flatMap((rest, one) => {
      return rest > 0 ? [{ people: rest, target: -1, atom: at(atomOf, one) }] : []
    }),
  ]
  const contains = all.map(({ atom }) => containing(scope, atom))
  const sums = figures.map(({ shown, low, high }) => {
    const columns = contains.flatMap((isIn, column) => (isIn(shown) ? [column] : []))
    return { columns, low, high }
  })
  return { unknowns: all, sums }
}

function containing({ crossing }: Scope, atom: number): (sum: ShownSum) => boolean {
  const nodes = new Set<number>()
  eachNode(crossing, atom, (node) => nodes.add(node))
  return ({ node, condition }) => {
    if (!nodes.has(node)) return false
    const codes = condition && crossing.categories[condition.filter]
    return !condition || at(codes ?? [], atom) === condition.category
  }
}

/** People of one ring and one shown background. */
interface Ringed extends Unknown {
  readonly ring: number
  /** by filter: the shown answer, −1 where none is shown */
  readonly answers: readonly number[]
}

/**
 * The unknowns around one remainder of the unit tree: the targets, and everybody else by
 * ring and shown background. Of other units only what their figures add up to is kept.
 */
export function unknownsAround(
  scope: Scope,
  targets: ReadonlySet<number>,
  cell: number,
): Unknowns {
  const rings = ringsAround(scope, cell)
  const unknowns = ringedUnknowns(scope, rings, targets, cell)
  const columnsOf = (isIn: (unknown: Ringed) => boolean): readonly number[] =>
    unknowns.flatMap((unknown, column) => (isIn(unknown) ? [column] : []))
  const around = rings.nodes.flatMap((node, index) =>
    (scope.figuresOfNode.get(node) ?? []).map(({ shown: { condition }, low, high }) => {
      const columns = columnsOf(({ ring, answers }) => {
        return ring <= index + 1 && hasAnswer(answers, condition)
      })
      return { columns, low, high }
    }),
  )
  const within = ringFigures(scope, rings).map((figure) => {
    const { ring, filter, category, people, low, high } = figure
    const condition = category < 0 ? null : { filter, category }
    const columns = columnsOf((one) => {
      return one.ring === ring && hasAnswer(one.answers, condition)
    })
    const all = columns.reduce((sum, column) => sum + (unknowns[column]?.people ?? 0), 0)
    return { columns, low, high: high + 100 * (all - people) }
  })
  return { unknowns, sums: [...around, ...within] }
}

function ringedUnknowns(
  scope: Scope,
  rings: Rings,
  targets: ReadonlySet<number>,
  cell: number,
): readonly Ringed[] {
  const { people, backgrounds, background, classes } = scope
  const own = (scope.atomsOfCell.get(cell) ?? []).filter((atom) => targets.has(atom))
  const apart = sumUp(scope, own).people
  return [
    ...own.map((atom) => {
      const place = at(background, at(classes.ofAtom, atom))
      const answers = backgrounds[place] ?? []
      return { people: at(people, atom), target: atom, ring: 0, answers }
    }),
    ...[0, ...rings.nodes.keys().map((index) => index + 1)].flatMap((ring) =>
      [...ringPeople(scope, rings, ring)].flatMap((all, place): Ringed[] => {
        const rest = ring === 0 ? all - at(apart, place) : all
        const answers = backgrounds[place] ?? []
        return rest > 0 ? [{ people: rest, target: -1, ring, answers }] : []
      }),
    ),
  ]
}

function hasAnswer(
  answers: readonly number[],
  condition: { readonly filter: number; readonly category: number } | null,
): boolean {
  return !condition || answers[condition.filter] === condition.category
}
