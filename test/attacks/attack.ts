import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import type { Random } from '#analysis/statistics/random.ts'
import { type Population, populationOf } from './population.ts'
import { type Group, kinds, readPublished } from './published.ts'
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
  /** in words; null where what was found is told and not judged */
  readonly expects: string | null
  readonly figures: Readonly<Record<string, number>>
  /** what went against the expectation, and in which organization */
  readonly broken: readonly string[]
}

/** Tries something on one organization after another. */
export interface Attack {
  readonly try: (subject: Subject) => void
  readonly outcome: () => Outcome
}

/** Figures of one kind that add up, with everybody they are about. */
export interface Table {
  /** of what they are: a construct, or answers at all */
  readonly about: string
  readonly population: Population
  readonly published: readonly Group[]
}

/**
 * Every table of sums in a release: the numbers of answers, and one for each construct and
 * set of groups it is shown for. Shares of the same groups as the means are the same table to
 * who adds and subtracts.
 */
export function tablesOf(subject: Subject): readonly Table[] {
  const { organization, release } = subject
  const byConstruct = organization.plan.constructs.flatMap(({ construct }, index) => {
    const population = populationOf(organization, index)
    const tables = kinds.map((kind): Table => {
      const published = readPublished(release, construct, kind, population)
      return { about: construct, population, published }
    })
    return [...new Map(tables.map((table) => [nameOf(table), table])).values()]
  })
  return [answersOf(subject), ...byConstruct].filter(({ published }) => {
    return published.length > 0
  })
}

function answersOf({ organization: { plan, people }, release }: Subject): Table {
  const answered = people.map((one) => ({ ...one, needs: [0] }))
  const population = populationOf({ plan, people: answered }, 0)
  const groupAt = (place: number): Group => ({ place, filter: -1, answer: -1 })
  const units = release.units.flatMap((unit, place) => {
    return unit.answered.kind === 'shown' ? [groupAt(place)] : []
  })
  const isShown = release.organization.answered.kind === 'shown'
  const published = isShown ? [groupAt(plan.units.length), ...units] : units
  return { about: 'answers', population, published }
}

function nameOf({ published }: Table): string {
  const names = published.map(
    ({ place, filter, answer }) => `${place} ${filter} ${answer}`,
  )
  return names.join()
}

/** An organization as a reader of a failed test needs it. */
export function sayWhich({ organization: { seed, wanted } }: Subject): string {
  return `${seed} (${wanted.people} people)`
}
