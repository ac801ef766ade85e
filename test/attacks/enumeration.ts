import { answeredBand, rateBand } from '#analysis/disclosure/bands.ts'
import type { Cell, Figure } from '#analysis/disclosure/disclosed.ts'
import { type Attack, type Subject, sayWhich } from './attack.ts'
import { type Population, populationOf } from './population.ts'
import { boundsOf, isIn } from './published.ts'
import { stepOf } from './random-answers.ts'

/**
 * Goes through all whole numbers of people and answers that agree with what is released
 * (claim 44): n with its band, the mean, both shares, the rate, and the sums that units and
 * their parts, and answers on background, must come to. Of at least nine groups in ten n
 * stays open; of no group is it known that nobody, or everybody, is concerned.
 */
export function beginEnumeration(): Attack {
  let organizations = 0
  let groups = 0
  let unique = 0
  const broken: string[] = []

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: an attack is every case within every case
  const attack = (subject: Subject): void => {
    organizations += 1
    const { organization, release } = subject
    const tables = [{ numbers: ballotNumbers(subject), actual: actualBallots(subject) }]
    organization.plan.constructs.forEach(({ construct }, index) => {
      const cells = release.constructs[construct]
      if (!cells) return
      const step = stepOf(index)
      const all = [
        [whole, cells.organization] as const,
        ...Object.entries(cells.units),
        ...Object.entries(cells.groups),
      ]
      const numbers = new Map(all.map(([id, cell]) => [id, numbersOf(cell, step)]))
      tables.push({ numbers, actual: sizes(populationOf(organization, index), subject) })
      const isTold = all.some(([, cell]) => tellsOfAll(cell, step))
      if (isTold)
        broken.push(`${sayWhich(organization)}: ${construct} tells of everybody`)
    })
    for (const { numbers, actual } of tables) {
      for (const [id, found] of agreeing(numbers, subject)) {
        if (!found) continue
        groups += 1
        unique += found.length === 1 ? 1 : 0
        if (!found.includes(actual.get(id) ?? 0)) {
          broken.push(
            `${sayWhich(organization)}: the attack misses the truth about ${id}`,
          )
        }
      }
    }
  }
  return {
    try: attack,
    outcome: () => ({
      name: 'going through whole numbers (44)',
      figures: {
        organizations,
        groups,
        'n is known of': unique,
        'percent known': groups === 0 ? 0 : (100 * unique) / groups,
      },
      broken: unique > 0.1 * groups ? [...broken, 'n is known too often'] : broken,
    }),
  }
}

/** Stands for the organization among ids. */
const whole = ''

/** The numbers of people a group can have; null where nothing is shown of it. */
type Numbers = readonly number[] | null

function actualBallots(subject: Subject): ReadonlyMap<string, number> {
  const { plan, people } = subject.organization
  const answered = people.map((one) => ({ ...one, needs: [0] }))
  return sizes(populationOf({ plan, people: answered }, 0), subject)
}

/** How many people are in each unit and group. */
function sizes(
  { atoms, units, filters }: Population,
  { release }: Subject,
): ReadonlyMap<string, number> {
  const count = (unit: string | null, filter = -1, answer = -1): number =>
    atoms
      .filter((atom) => {
        const place = unit === null ? units.length : units.indexOf(unit)
        return isIn(atom, { place, filter, answer })
      })
      .reduce((sum, { people }) => sum + people, 0)
  return new Map([
    [whole, count(null)],
    ...units.map((id) => [id, count(id)] as const),
    ...release.groups.map(({ id, unit, filter, category }) => {
      const index = filters.findIndex((one) => one.id === filter)
      return [id, count(unit, index, filters[index]?.answers.indexOf(category))] as const
    }),
  ])
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

function ballotNumbers({ release }: Subject): ReadonlyMap<string, Numbers> {
  const { organization, units } = release
  const all = [{ ...organization, id: whole }, ...units]
  return new Map(
    all.map(({ id, headcount, answered, responseRate }) => {
      if (answered.kind === 'hidden') return [id, null]
      const isSame = (n: number): boolean =>
        JSON.stringify([answeredBand(n, headcount), rateBand(n, headcount)]) ===
        JSON.stringify([answered, responseRate])
      return [id, range(answered.from, answered.to).filter(isSame)]
    }),
  )
}

function numbersOf(cell: Cell, step: number): Numbers {
  const { answered } = cell
  if (answered.kind === 'hidden') return null
  return range(answered.from, answered.to).filter((n) => isPossible(n, cell, step))
}

/** Whole numbers k of n people that a figure allows. */
function countsIn(
  figure: Figure,
  { answered }: Cell,
  n: number,
): readonly [least: number, most: number] {
  if (figure.kind === 'hidden' || answered.kind === 'hidden') return [0, n]
  const { low, high } = boundsOf(figure, false, answered.from)
  return [Math.ceil((low * n) / 100 - 1e-9), Math.floor((high * n) / 100 + 1e-9)]
}

/** Whether n people can have a sum of scores, and levels, as they are shown. */
function isPossible(n: number, cell: Cell, step: number): boolean {
  const [leastElevated, mostElevated] = countsIn(cell.shareElevated, cell, n)
  const [leastHigh, mostHigh] = countsIn(cell.shareHigh, cell, n)
  if (leastElevated > mostElevated || leastHigh > Math.min(mostHigh, mostElevated)) {
    return false
  }
  const [low, high] = sumsIn(cell, n, step)
  const high75 = step * Math.ceil(75 / step)
  const elevated = Math.max(leastElevated, leastHigh)
  const least = 50 * (elevated - leastHigh) + high75 * leastHigh
  const mostHighest = Math.min(mostHigh, mostElevated)
  const most =
    100 * mostHighest +
    (high75 - step) * (mostElevated - mostHighest) +
    (50 - step) * (n - mostElevated)
  return low <= high && low <= most + 1e-9 && high >= least - 1e-9
}

/** The least and the highest sum of scores that a mean allows. */
function sumsIn(
  { meanNeed, answered }: Cell,
  n: number,
  step: number,
): readonly [low: number, high: number] {
  if (meanNeed.kind === 'hidden' || answered.kind === 'hidden') return [0, 100 * n]
  const { low, high } = boundsOf(meanNeed, true, answered.from)
  return [
    step * Math.ceil((low * n) / step - 1e-9),
    step * Math.floor((high * n) / step + 1e-9),
  ]
}

/** Whether it is known that nobody, or everybody, is at one end. */
function tellsOfAll(cell: Cell, step: number): boolean {
  const numbers = numbersOf(cell, step)
  if (!numbers || numbers.length === 0) return false
  return [cell.shareElevated, cell.shareHigh].some((figure) => {
    const counts = numbers.map((n) => [n, ...countsIn(figure, cell, n)] as const)
    const [sums] = [numbers.map((n) => [n, ...sumsIn(cell, n, step)] as const)]
    return (
      counts.every(([, , most]) => most === 0) ||
      counts.every(([n, least]) => least === n) ||
      sums.every(([, , most]) => most === 0) ||
      sums.every(([n, least]) => least === 100 * n)
    )
  })
}

/** Takes out the numbers that do not come to the sums they must, until nothing changes. */
function agreeing(
  table: ReadonlyMap<string, Numbers>,
  { release }: Subject,
): ReadonlyMap<string, Numbers> {
  const numbers = new Map(table)
  const families = familiesOf(release)
  for (let before = -1, size = 0; before !== size; ) {
    before = size
    for (const family of families) prune(numbers, family)
    size = [...numbers.values()].reduce((sum, some) => sum + (some?.length ?? 0), 0)
  }
  return numbers
}

/** A group, and parts of it that do not overlap; together they need not be all of it. */
interface Parts {
  readonly whole: string
  readonly parts: readonly string[]
}

function familiesOf({ units, groups }: Subject['release']): readonly Parts[] {
  const children = Map.groupBy(units, ({ parent }) => parent ?? whole)
  const answers = Map.groupBy(groups, ({ unit, filter }) => `${unit ?? whole} ${filter}`)
  return [
    ...[...children].map(([id, some]) => ({
      whole: id,
      parts: some.map((one) => one.id),
    })),
    ...[...answers.values()].map((some) => {
      return { whole: some[0]?.unit ?? whole, parts: some.map(({ id }) => id) }
    }),
  ]
}

/** What shown parts leave is nobody, or ten at least: the rules are no secret. */
function prune(numbers: Map<string, Numbers>, { whole: id, parts }: Parts): void {
  const own = numbers.get(id)
  const shown = parts.flatMap((part) => {
    const found = numbers.get(part)
    return found ? [{ part, found }] : []
  })
  if (!own || shown.length === 0) return
  const least = shown.reduce((sum, { found }) => sum + Math.min(...found), 0)
  const most = shown.reduce((sum, { found }) => sum + Math.max(...found), 0)
  const leaves = (low: number, high: number): boolean =>
    high >= 10 || (low <= 0 && high >= 0)
  const kept = own.filter((n) => leaves(n - most, n - least))
  numbers.set(id, kept)
  const [lowest, highest] = [Math.min(...own), Math.max(...own)]
  for (const { part, found } of shown) {
    const [otherLeast, otherMost] = [
      least - Math.min(...found),
      most - Math.max(...found),
    ]
    const fits = found.filter((n) =>
      leaves(lowest - otherMost - n, highest - otherLeast - n),
    )
    numbers.set(part, fits)
  }
}
