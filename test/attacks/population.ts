import type { PublicationPlan } from '#analysis/disclosure/publication-plan.ts'
import type { Answerer } from './answerer.ts'
import { questions } from './random-answers.ts'
import type { RandomOrganization } from './random-organization.ts'

/** People who are alike in all that anybody could know of them, and what they answered. */
export interface Atom {
  /** the same for people who are alike */
  readonly key: string
  /** the units they are in, the lowest first, then the organization; by place */
  readonly places: readonly number[]
  /** by background question: index of the answer, −1 for none */
  readonly background: readonly number[]
  readonly people: number
  /** what their needs add up to, and how many are elevated, and high */
  readonly need: number
  readonly elevated: number
  readonly high: number
}

/** Everybody with a score of one construct, as an attacker sees them who knows them all. */
export interface Population {
  /** unit ids; the place of the organization is behind them all */
  readonly units: readonly string[]
  readonly filters: readonly {
    readonly id: string
    readonly answers: readonly string[]
  }[]
  /** places of the units that may be divided by background */
  readonly divisions: ReadonlySet<number>
  readonly atoms: readonly Atom[]
}

/** @param construct by its place in the plan */
export function populationOf(
  { plan, people }: Pick<RandomOrganization, 'plan' | 'people'>,
  construct: number,
): Population {
  const places = new Map(plan.units.map(({ id }, place) => [id, place]))
  const above = plan.units.map(({ parent }) => places.get(parent ?? '') ?? -1)
  const filters = plan.filters.map(({ id, categories }) => ({ id, answers: categories }))
  const chain = (unit: string): readonly number[] => {
    const found: number[] = []
    for (let at = places.get(unit) ?? -1; at >= 0; at = above[at] ?? -1) found.push(at)
    return [...found, plan.units.length]
  }
  const scored = people.filter(({ needs }) => (needs[construct] ?? -1) >= 0)
  const alike = Map.groupBy(scored, (one) => keyOf(plan, one))
  const atoms = [...alike].flatMap(([key, some]): Atom[] => {
    const [one] = some
    if (!one) return []
    const needs = some.map((person) => person.needs[construct] ?? 0)
    return [
      {
        key,
        places: chain(one.unit),
        background: backgroundOf(plan, one),
        people: some.length,
        need: needs.reduce((sum, need) => sum + need, 0),
        elevated: needs.filter((need) => need >= 50).length,
        high: needs.filter((need) => need >= 75).length,
      },
    ]
  })
  const divided = plan.groups.flatMap(({ unit }) => places.get(unit ?? '') ?? [])
  const divisions = new Set(divided)
  return { units: plan.units.map(({ id }) => id), filters, divisions, atoms }
}

/** Names the people who are like this one in all that anybody could know. */
export function keyOf(plan: Pick<PublicationPlan, 'filters'>, one: Answerer): string {
  return `${one.unit} ${backgroundOf(plan, one).join()}`
}

function backgroundOf(
  { filters }: Pick<PublicationPlan, 'filters'>,
  { background }: Answerer,
): readonly number[] {
  return filters.map(({ id }) => {
    return background[questions.findIndex((question) => question.id === id)] ?? -1
  })
}
