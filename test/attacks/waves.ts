import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Release } from '#analysis/disclosure/disclosed.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import type { Answerer } from './answerer.ts'
import type { Attack, Subject } from './attack.ts'
import { columnsAt, type Figures, figuresOf, unknownsOf } from './interval-unknowns.ts'
import { Bounds } from './linear-bounds.ts'
import { type Population, populationOf } from './population.ts'
import { countAnswers, type RandomOrganization } from './random-organization.ts'
import { attackSpan } from './span-attack.ts'
import { Tally } from './tally.ts'

/**
 * Two releases about the same people, one of whom joined between them (claim 42), when
 * everybody else answers the second time exactly as the first.
 *
 * From exact sums the joiner's answer could always be computed; what stands against that is
 * rounding and clipping alone. Both are told. What compares two releases says less than both:
 * see `beginTwoWaves`.
 *
 * @param joiners how many are tried in each organization
 */
export function beginWaves(joiners: number, mostPeople: number): Attack {
  const tally = new Tally('two releases with one joiner between them (42)', null)
  const attack = (subject: Subject): void => {
    const { organization, random } = subject
    const { people } = organization
    if (people.length > mostPeople) return
    tally.count('organizations')
    for (let round = 0; round < joiners; round++) {
      const joiner = people[Math.floor(random() * people.length)]
      for (const { isComputable, width } of boundJoiner(subject, joiner)) {
        tally.count('joiners tried')
        tally.count('computable from exact sums', isComputable)
        tally.count('narrower than half as released', width < 50 - 1e-4)
        tally.least('narrowest as released', width)
      }
    }
  }
  return { try: attack, outcome: () => tally.outcome() }
}

/** What two releases tell of a joiner. */
interface Told {
  readonly isComputable: boolean
  /** how much of the scale stays open for the joiner's answer */
  readonly width: number
}

/** One finding for every construct the joiner has a score of. */
function boundJoiner(subject: Subject, joiner: Answerer | undefined): readonly Told[] {
  const { plan, people } = subject.organization
  const before = people.filter((one) => one !== joiner)
  if (!joiner || before.length === 0) return []
  const earlier = disclose(plan, countAnswers(plan, before))
  return plan.constructs.flatMap(({ construct }, index) => {
    if ((joiner.needs[index] ?? -1) < 0) return []
    const waves = twoWaves(subject.organization, joiner, index)
    return [boundBy({ ...waves, construct }, earlier, subject)]
  })
}

/** Everybody in both waves and the joiner, whose atom is the last, in the second only. */
interface TwoWaves {
  /** as in either wave */
  readonly single: Population
  /** places of the first wave come after all those of the second */
  readonly double: Population
  readonly shift: number
}

function twoWaves(
  { plan, people }: RandomOrganization,
  joiner: Answerer,
  construct: number,
): TwoWaves {
  const others = people.filter((one) => one !== joiner)
  const single = populationOf({ plan, people: others }, construct)
  const shift = single.units.length + 1
  const stayed = single.atoms.map((atom) => {
    return { ...atom, places: [...atom.places, ...atom.places.map((at) => at + shift)] }
  })
  const joined = populationOf({ plan, people: [joiner] }, construct).atoms
  return { single, double: { ...single, atoms: [...stayed, ...joined] }, shift }
}

function boundBy(
  waves: TwoWaves & { readonly construct: ConstructId },
  earlier: Release,
  { release, random }: Subject,
): Told {
  const { single, double, shift, construct } = waves
  const first = new Map(figuresOf(earlier, construct, single))
  const tables: Figures = figuresOf(release, construct, single).map(([kind, second]) => {
    const shifted = (first.get(kind) ?? []).map((figure) => {
      return { ...figure, place: figure.place + shift }
    })
    return [kind, [...second, ...shifted]]
  })
  const shown = tables.filter(([, published]) => published.length > 0)
  const [sums] = shown
  if (!sums) return { isComputable: false, width: 100 }
  const { smallestRow } = attackSpan(double, sums[1], { k: 10, shuffles: 1, random })
  const { atoms } = double
  const own = columnsAt(atoms.length - 1)
  using bounds = new Bounds(unknownsOf(atoms, shown))
  const widths = shown.map(([kind]) => {
    const scale = kind === 'meanNeed' ? 1 : 0.01
    return bounds.width([own[kind]], 100 * scale) / scale
  })
  return { isComputable: smallestRow.people === 1, width: Math.min(...widths) }
}
