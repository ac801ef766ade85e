import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Release } from '#analysis/disclosure/disclosed.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import type { Answerer } from './answerer.ts'
import type { Attack, Subject } from './attack.ts'
import { type Columns, columnsAt, levels, lineOf } from './interval-attack.ts'
import { Bounds } from './linear-bounds.ts'
import { type Population, populationOf } from './population.ts'
import { type Kind, kinds, type Published, readPublished } from './published.ts'
import { countAnswers, type RandomOrganization } from './random-organization.ts'
import { attackSpan } from './span-attack.ts'

/**
 * Two releases about the same people, one of whom joined between them (claim 42), when
 * everybody else answers the second time exactly as the first.
 *
 * From exact sums the joiner's answer could always be computed; what stands against that is
 * rounding and clipping alone. Both are told. Nothing in the product compares two releases,
 * and this is what to know before anything does.
 *
 * @param joiners how many are tried in each organization
 */
export function beginWaves(joiners: number, mostPeople: number): Attack {
  let organizations = 0
  let tried = 0
  let computable = 0
  let narrow = 0
  let narrowest = 100

  const attack = (subject: Subject): void => {
    const { organization, random } = subject
    if (organization.people.length > mostPeople) return
    organizations += 1
    for (let round = 0; round < joiners; round++) {
      const { people } = organization
      const joiner = people[Math.floor(random() * people.length)]
      const earlier = joiner && releaseWithout(organization, joiner)
      if (!joiner || !earlier) continue
      // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: an attack is every case within every case
      organization.plan.constructs.forEach(({ construct }, index) => {
        if ((joiner.needs[index] ?? -1) < 0) return
        const both = { construct, ...twoWaves(organization, joiner, index) }
        const found = boundJoiner(both, earlier, subject)
        tried += 1
        computable += found.isComputable ? 1 : 0
        narrow += found.width < 50 - 1e-4 ? 1 : 0
        narrowest = Math.min(narrowest, found.width)
      })
    }
  }
  return {
    try: attack,
    outcome: () => ({
      name: 'two releases with one joiner between them (42)',
      figures: {
        organizations,
        'joiners tried': tried,
        'computable from exact sums': computable,
        'narrower than half as released': narrow,
        'narrowest as released': narrowest,
      },
      broken: [],
    }),
  }
}

function releaseWithout(
  { plan, people }: RandomOrganization,
  joiner: Answerer,
): Release | null {
  const before = people.filter((one) => one !== joiner)
  return before.length === 0 ? null : disclose(plan, countAnswers(plan, before))
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

function boundJoiner(
  both: TwoWaves & { readonly construct: ConstructId },
  earlier: Release,
  { release, random }: Subject,
): { readonly isComputable: boolean; readonly width: number } {
  const { single, double, shift, construct } = both
  const tables = kinds.map((kind): readonly [Kind, readonly Published[]] => {
    const first = readPublished(earlier, construct, kind, single)
    const second = readPublished(release, construct, kind, single)
    const shifted = first.map((figure) => ({ ...figure, place: figure.place + shift }))
    return [kind, [...second, ...shifted]]
  })
  const shown = tables.filter(([, published]) => published.length > 0)
  const [first] = shown
  if (!first) return { isComputable: false, width: 100 }
  const { smallestRow } = attackSpan(double, first[1], { k: 10, shuffles: 1, random })
  const { atoms } = double
  const own: Columns = columnsAt(atoms.length - 1)
  using bounds = new Bounds({
    upper: atoms.flatMap(({ people }) => [100 * people, people, people]),
    lines: [
      ...atoms.flatMap((atom, index) => levels(atom, columnsAt(index))),
      ...shown.flatMap(([kind, figures]) =>
        figures.map((one) => lineOf(atoms, kind, one)),
      ),
    ],
  })
  const widths = shown.map(([kind]) => {
    const scale = kind === 'meanNeed' ? 1 : 0.01
    return bounds.width([own[kind]], 100 * scale) / scale
  })
  return { isComputable: smallestRow.people === 1, width: Math.min(...widths) }
}
