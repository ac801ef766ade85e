import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import type { Random } from '#analysis/statistics/random.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import { type Population, populationOf } from './population.ts'
import { kinds, type Published, readPublished } from './published.ts'
import type { RandomOrganization } from './random-organization.ts'

/** An organization, its release, and what an attacker knows beside it. */
export interface Subject {
  readonly organization: RandomOrganization
  readonly release: Disclosed<Release>
  readonly random: Random
}

/** What an attack has come to after any number of organizations. */
export interface Outcome {
  readonly name: string
  readonly figures: Readonly<Record<string, number>>
  /** what went against the expectation, and in which organization */
  readonly broken: readonly string[]
}

/** Tries something on one organization after another. */
export interface Attack {
  readonly try: (subject: Subject) => void
  readonly outcome: () => Outcome
}

/** The figures of one kind, with everybody they are about. */
export interface Table {
  readonly construct: ConstructId
  readonly population: Population
  readonly published: readonly Published[]
}

/**
 * Every table of sums in a release: one for each construct and set of groups it is shown for.
 * Shares of the same groups as the means are the same table to who adds and subtracts.
 */
export function tablesOf({ organization, release }: Subject): readonly Table[] {
  return organization.plan.constructs.flatMap(({ construct }, index) => {
    const population = populationOf(organization, index)
    const tables = kinds.map((kind): Table => {
      const published = readPublished(release, construct, kind, population)
      return { construct, population, published }
    })
    const distinct = new Map(tables.map((table) => [nameOf(table), table]))
    return [...distinct.values()].filter(({ published }) => published.length > 0)
  })
}

function nameOf({ published }: Table): string {
  const names = published.map(
    ({ place, filter, answer }) => `${place} ${filter} ${answer}`,
  )
  return names.join()
}

/** An organization as a reader of a failed test needs it. */
export function sayWhich({ seed, wanted }: RandomOrganization): string {
  return `${seed} (${wanted.people} people)`
}
