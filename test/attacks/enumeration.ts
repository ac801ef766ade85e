import { answeredBand, rateBand } from '#analysis/disclosure/bands.ts'
import { type Attack, type Subject, sayWhich } from './attack.ts'
import { agreeing, whole } from './number-families.ts'
import { type Population, populationOf } from './population.ts'
import { type Numbers, numbersOf, range, tellsOfAll } from './possible-numbers.ts'
import { isIn } from './published.ts'
import { stepOf } from './random-answers.ts'
import { Tally } from './tally.ts'

/**
 * Goes through all whole numbers of people and answers that agree with what is released
 * (claim 44): n with its band, the mean, both shares, the rate, and the sums that units and
 * their parts, and answers on background, must come to. Of at least nine groups in ten n
 * stays open; of no group is it known that nobody, or everybody, is concerned.
 */
export function beginEnumeration(): Attack {
  const tally = new Tally(
    'going through whole numbers (44)',
    'n stays open in 9 groups of 10, nobody is known',
  )
  const attack = (subject: Subject): void => {
    tally.count('organizations')
    const which = sayWhich(subject)
    for (const { numbers, actual, isTold } of tablesOf(subject)) {
      tally.expect(!isTold, () => `${which}: a cell tells of everybody`)
      for (const [id, found] of agreeing(numbers, subject.release)) {
        if (!found) continue
        tally.count('groups')
        tally.count('n is known of', found.length === 1)
        tally.expect(found.includes(actual.get(id) ?? 0), () => {
          return `${which}: the attack misses the truth about ${id}`
        })
      }
    }
  }
  const outcome = () => {
    const isOften = tally.of('n is known of') > 0.1 * tally.of('groups')
    return tally.outcome(isOften ? 'n is known too often' : null)
  }
  return { try: attack, outcome }
}

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

/** The numbers that agree with what is said of each group by itself, and the true ones. */
interface NumberTable {
  readonly numbers: ReadonlyMap<string, Numbers>
  readonly actual: ReadonlyMap<string, number>
  /** whether it is known of a group that nobody, or everybody, is at one end */
  readonly isTold: boolean
}

/** One for all answers, and one for each construct. */
function tablesOf(subject: Subject): readonly NumberTable[] {
  const { organization, release } = subject
  const byConstruct = organization.plan.constructs.flatMap(({ construct }, index) => {
    const cells = release.constructs[construct]
    if (!cells) return []
    const step = stepOf(index)
    const all = [
      [whole, cells.organization] as const,
      ...Object.entries(cells.units),
      ...Object.entries(cells.groups),
    ]
    return {
      numbers: new Map(all.map(([id, cell]) => [id, numbersOf(cell, step)])),
      actual: sizes(populationOf(organization, index), subject),
      isTold: all.some(([, cell]) => tellsOfAll(cell, step)),
    }
  })
  const ballots = {
    numbers: ballotNumbers(subject),
    actual: actualBallots(subject),
    isTold: false,
  }
  return [ballots, ...byConstruct]
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
