import { type CountedUnit, publishableUnits } from '#analysis/disclosure/residual-rule.ts'
import { growTree } from '#analysis/disclosure/unit-tree.ts'
import { type Random, seededRandom } from '#analysis/statistics/random.ts'
import type { Outcome } from './attack.ts'
import { drawAnnihilator, eliminate, isZero } from './elimination.ts'

/**
 * Small random trees of units with any of them published (claim 40). By trying all there is:
 *
 * - of all groups of leaves, the smallest that is a sum of published ones, with any factors,
 *   has as many people as the smallest remainder;
 * - so has the smallest one reached with factors of −1, 0 and 1;
 * - of what the residual rule publishes, none has fewer than ten.
 */
export function tryTrees(count: number): Outcome {
  const broken: string[] = []
  let smallestAllowed = Infinity
  for (let index = 0; index < count; index++) {
    const seed = `tree ${index}`
    const random = seededRandom(seed)
    const tree = growRandomTree(random)
    const some = tree.units.filter(() => random() < 0.6)
    const expected = smallestRemainder(tree, some)
    if (smallestComputable(tree, some, random) !== expected)
      broken.push(`${seed}: computed`)
    if (smallestSigned(tree, some) !== expected) broken.push(`${seed}: added`)

    const allowed = publishableUnits(growTree(tree.units), tree.total, 10)
    const published = tree.units.filter(({ id }) => allowed.has(id))
    const smallest = smallestComputable(tree, published, random)
    smallestAllowed = Math.min(smallestAllowed, smallest)
    if (smallest < 10) broken.push(`${seed}: the rule leaves ${smallest} people`)
  }
  return {
    name: 'remainders of trees (40)',
    expects: 'the smallest remainder, and 10 at least',
    figures: { trees: count, 'smallest group the rule leaves': smallestAllowed },
    broken,
  }
}

interface Tree {
  readonly units: readonly CountedUnit[]
  /** people directly in a unit or in the organization, by leaf */
  readonly people: readonly number[]
  readonly total: number
  /** the leaves in each unit, by id */
  readonly leavesOf: ReadonlyMap<string, readonly number[]>
}

/** Up to nine leaves, in up to six units beside each other and inside each other. */
function growRandomTree(random: Random): Tree {
  const count = 2 + Math.floor(random() * 5)
  const placed = Array.from({ length: count }, (_, index) => {
    const above = Math.floor(random() * (index + 1)) - 1
    return { id: `u${index}`, parent: above < 0 ? null : `u${above}` }
  })
  const draw = (): number => 1 + Math.floor(random() * (random() < 0.5 ? 8 : 40))
  const homes = [null, ...placed.map(({ id }) => id)].filter((id) => {
    return !placed.some(({ parent }) => parent === id) || random() < 0.4
  })
  const people = homes.map(draw)
  const above = new Map(placed.map(({ id, parent }) => [id, parent]))
  const isIn = (home: string | null, unit: string): boolean =>
    home === unit || (home !== null && isIn(above.get(home) ?? null, unit))
  const leavesOf = new Map(
    placed.map(({ id }) => {
      return [id, [...homes.keys()].filter((leaf) => isIn(homes[leaf] ?? null, id))]
    }),
  )
  const sum = (leaves: readonly number[]): number =>
    leaves.reduce((all, leaf) => all + (people[leaf] ?? 0), 0)
  const units = placed.map((unit) => {
    const n = sum(leavesOf.get(unit.id) ?? [])
    return { ...unit, n, shownFrom: n }
  })
  // The rules publish nothing of so few people.
  const short = 10 - sum([...people.keys()])
  if (short > 0) return growRandomTree(random)
  return { units, people, total: sum([...people.keys()]), leavesOf }
}

/** The published sets of leaves, the organization among them. */
function setsOf(
  { people, leavesOf }: Tree,
  published: readonly CountedUnit[],
): readonly (readonly number[])[] {
  return [[...people.keys()], ...published.map(({ id }) => leavesOf.get(id) ?? [])]
}

/** Leaves are alike where they are in the same published units: these are the remainders. */
function smallestRemainder(tree: Tree, published: readonly CountedUnit[]): number {
  const sets = setsOf(tree, published)
  const remainders = Map.groupBy(tree.people.keys(), (leaf) => {
    return sets.map((set) => set.includes(leaf)).join()
  })
  return Math.min(...[...remainders.values()].map((leaves) => sizeOf(tree, leaves)))
}

function smallestComputable(
  tree: Tree,
  published: readonly CountedUnit[],
  random: Random,
): number {
  const { length } = tree.people
  const order = [...tree.people.keys()]
  const basis = eliminate(setsOf(tree, published), length, order)
  const draws = [0, 1].map(() => drawAnnihilator(basis, length, random))
  const groups = Array.from({ length: 2 ** length - 1 }, (_, index) => {
    return order.filter((leaf) => ((index + 1) >> leaf) % 2 === 1)
  })
  const computable = groups.filter((leaves) =>
    draws.every((drawn) => {
      return isZero(leaves.reduce((sum, leaf) => sum + (drawn[leaf] ?? 0), 0))
    }),
  )
  return Math.min(...computable.map((leaves) => sizeOf(tree, leaves)))
}

function smallestSigned(tree: Tree, published: readonly CountedUnit[]): number {
  const sums = setsOf(tree, published).reduce<readonly (readonly number[])[]>(
    (found, set) =>
      found.flatMap((sum) =>
        [-1, 0, 1].map((factor) => {
          return sum.map((value, leaf) => value + (set.includes(leaf) ? factor : 0))
        }),
      ),
    [tree.people.map(() => 0)],
  )
  const groups = sums.filter((sum) => {
    return sum.every((value) => value === 0 || value === 1) && sum.includes(1)
  })
  return Math.min(
    ...groups.map((sum) =>
      sizeOf(
        tree,
        [...sum.keys()].filter((leaf) => sum[leaf] === 1),
      ),
    ),
  )
}

function sizeOf({ people }: Tree, leaves: readonly number[]): number {
  return leaves.reduce((sum, leaf) => sum + (people[leaf] ?? 0), 0)
}
