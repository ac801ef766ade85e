import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Random } from '#analysis/statistics/random.ts'
import { sortOut } from './alike.ts'
import type { Answerer } from './answerer.ts'
import { type Attack, type Subject, sayWhich } from './attack.ts'
import { keyOf, populationOf } from './population.ts'
import { kinds, readPublished } from './published.ts'
import { countAnswers, type RandomOrganization } from './random-organization.ts'
import { Tally } from './tally.ts'

/**
 * The release is a matter of how many said what, and of nothing else (rule R13): not of the
 * order of people, nor of who among people alike in everything said what.
 *
 * Answers are also exchanged between people whom no released figure tells apart. Then nothing
 * released changes, and the same should be released. It is not always: the interval audit
 * looks at figures that it may then hide, so that their being hidden says a little about
 * them. How often is told.
 */
export function beginDeterminism(): Attack {
  const tally = new Tally('the same counts again (R13)', 'the same release')
  const attack = (subject: Subject): void => {
    const { organization, release, random } = subject
    const { plan, people } = organization
    const expected = JSON.stringify(release)
    const isSame = (variant: readonly Answerer[]): boolean => {
      tally.count('releases compared')
      return JSON.stringify(disclose(plan, countAnswers(plan, variant))) === expected
    }
    const variants = {
      'another order': shuffled(people, random),
      'the order turned round': people.toReversed(),
      'answers exchanged': exchanged(
        organization,
        random,
        () => (one) => keyOf(plan, one),
      ),
    }
    tally.count('organizations')
    for (const [name, variant] of Object.entries(variants)) {
      tally.expect(isSame(variant), () => `${sayWhich(subject)}: ${name}`)
    }
    const hidden = exchanged(organization, random, classesOf(subject))
    tally.count('hidden because of hidden figures', !isSame(hidden))
  }
  return { try: attack, outcome: () => tally.outcome() }
}

function shuffled<Value>(values: readonly Value[], random: Random): readonly Value[] {
  const drawn = values.map((value) => ({ value, turn: random() }))
  return drawn.toSorted((a, b) => a.turn - b.turn).map(({ value }) => value)
}

/** What two people have in common whose answers to a construct are exchanged. */
type AlikeBy = (construct: number) => (one: Answerer) => string

/** Answers handed round among people who are alike. */
function exchanged(
  { plan, people }: RandomOrganization,
  random: Random,
  alikeBy: AlikeBy,
): readonly Answerer[] {
  const needs = people.map((one) => [...one.needs])
  for (const index of plan.constructs.keys()) {
    const nameOf = alikeBy(index)
    const scored = [...people.entries()].filter(
      ([, one]) => (one.needs[index] ?? -1) >= 0,
    )
    for (const alike of Map.groupBy(scored, ([, one]) => nameOf(one)).values()) {
      const from = shuffled(alike, random)
      alike.forEach(([who], place) => {
        needs[who]?.splice(index, 1, from[place]?.[1].needs[index] ?? -1)
      })
    }
  }
  return people.map((one, who) => ({ ...one, needs: needs[who] ?? one.needs }))
}

/** In the same published groups, whatever the kind of figure. */
function classesOf({ organization, release }: Subject): AlikeBy {
  return (index) => {
    const construct = organization.plan.constructs[index]?.construct
    if (!construct) throw new RangeError(`expected a planned construct, got ${index}`)
    const population = populationOf(organization, index)
    const published = kinds.flatMap((kind) => {
      return readPublished(release, construct, kind, population)
    })
    const classes = new Map(
      sortOut(population, published).flatMap(({ atoms }, column) => {
        return atoms.map(({ key }) => [key, String(column)] as const)
      }),
    )
    return (one) => classes.get(keyOf(organization.plan, one)) ?? ''
  }
}
