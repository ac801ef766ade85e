import type { Locale } from '#surveys/locale.ts'
import type { CountedUnit } from '../assessments/contract.ts'
import type { Problem } from '../refusal.ts'
import type { Place } from '../registrar/issue-codes.ts'
import { inLine, type ListedPerson } from './read-invitees.ts'

/** Somebody on the list of an assessment. */
export interface Invitee extends Place {
  readonly id: string
  readonly email: string | null
  readonly name: string | null
  readonly locale: Locale | null
}

export interface ListMerge {
  readonly units: readonly CountedUnit[]
  readonly before: readonly Invitee[]
  readonly people: readonly ListedPerson[]
  /** places that ever had a code: whoever got it may have used it */
  readonly used: readonly Place[]
  /** units whose envelopes by lot are out: their places belong to whoever drew one */
  readonly drawn: ReadonlySet<string>
  /** uniform over 0 … below − 1 */
  readonly random: (below: number) => number
  readonly newId: () => string
}

export interface MergedList {
  readonly invitees: readonly Invitee[]
  readonly added: readonly Invitee[]
  readonly removed: readonly Invitee[]
}

/**
 * What becomes of the list when a new one is brought. The new one stands; who was on the list
 * before keeps their place, also with another address when the name and the unit are the same.
 *
 * A place that ever had a code never goes to somebody else: the one before may hold a ballot
 * of it, and the next would find it taken, or the same person would get a second one.
 *
 * @returns the problems when the list does not fit
 */
export function mergeList(merge: ListMerge): MergedList | readonly Problem[] {
  const matched = matchPeople(merge)
  const problems = [...findProblems(merge, matched)]
  if (problems.length > 0) return problems
  const room = roomIn(merge, new Set(matched.values()))
  const added: Invitee[] = []
  const invitees = merge.people.map((person): Invitee => {
    const { email, name, locale, unit } = person
    const before = matched.get(person)
    if (before) return { ...before, email, name, locale }
    const { newId, random } = merge
    const place = takeOne(room.get(unit) ?? [], random)
    const invitee = { id: newId(), unit, place, email, name, locale }
    added.push(invitee)
    return invitee
  })
  const kept = new Set([...matched.values()].map(({ id }) => id))
  const removed = merge.before.filter(({ id }) => !kept.has(id))
  return { invitees, added, removed }
}

type Matches = ReadonlyMap<ListedPerson, Invitee>

/** By address in the same unit first; then by name, for whoever's address is new. */
function matchPeople({ before, people }: ListMerge): Matches {
  const matches = new Map<ListedPerson, Invitee>()
  const byAddress = new Map(before.map((invitee) => [invitee.email, invitee]))
  for (const person of people) {
    const invitee = person.email === null ? undefined : byAddress.get(person.email)
    if (invitee?.unit === person.unit) matches.set(person, invitee)
  }
  const taken = new Set(matches.values())
  const addresses = new Set(people.map(({ email }) => email))
  const byName = Map.groupBy(
    before.filter(
      (invitee) =>
        !taken.has(invitee) && (invitee.email === null || !addresses.has(invitee.email)),
    ),
    nameKey,
  )
  for (const person of people) {
    if (person.name === null || matches.has(person)) continue
    const namesake = byName.get(nameKey(person))?.shift()
    if (namesake) matches.set(person, namesake)
  }
  return matches
}

const nameKey = ({ unit, name }: { unit: string; name: string | null }): string =>
  JSON.stringify([unit, name?.toLowerCase() ?? null])

function* findProblems(merge: ListMerge, matched: Matches): Generator<Problem> {
  const used = new Set(merge.used.map(seatKey))
  const invited = new Map(
    merge.before
      .filter((invitee) => invitee.email !== null && used.has(seatKey(invitee)))
      .map((invitee) => [invitee.email, invitee]),
  )
  for (const person of merge.people) {
    const before = person.email === null ? undefined : invited.get(person.email)
    if (before && before.unit !== person.unit) yield inLine(person.line, 'unit', 'moved')
  }
  const room = roomIn(merge, new Set(matched.values()))
  const people = Map.groupBy(merge.people, ({ unit }) => unit)
  for (const unit of merge.units) {
    const listed = people.get(unit.id) ?? []
    const newcomers = listed.filter((person) => !matched.has(person)).length
    yield* problemsOf(unit, listed.length, newcomers, room, merge.drawn)
  }
}

function* problemsOf(
  { id, name, headcount }: CountedUnit,
  listed: number,
  newcomers: number,
  room: ReadonlyMap<string, readonly number[]>,
  drawn: ReadonlySet<string>,
): Generator<Problem> {
  const left = room.get(id)?.length ?? 0
  const words = { unit: name, count: listed, headcount, left }
  if (listed > 0 && drawn.has(id)) {
    yield inUnit(
      name,
      'drawn',
      'nobody: its envelopes were printed to draw by lot',
      words,
    )
  } else if (listed > headcount) {
    yield inUnit(name, 'too-many', `at most ${headcount} people`, words)
  } else if (newcomers > left) {
    yield inUnit(name, 'no-place', `at most ${left} people who are new`, words)
  }
}

const inUnit = (
  unit: string,
  kind: 'drawn' | 'too-many' | 'no-place',
  expected: string,
  words: Readonly<Record<string, string | number>>,
): Problem => ({ where: unit, expected, say: `invitees.${kind}`, words })

/** Places of each unit that nobody has and nobody ever had a code for. */
function roomIn(
  { units, used }: ListMerge,
  kept: ReadonlySet<Invitee>,
): ReadonlyMap<string, number[]> {
  const taken = new Set([...used, ...kept].map(seatKey))
  return new Map(
    units.map(({ id, headcount }) => [
      id,
      Array.from({ length: headcount }, (_, place) => place).filter(
        (place) => !taken.has(seatKey({ unit: id, place })),
      ),
    ]),
  )
}

/** Removes one of the places at random, so that places do not follow the order of the list. */
function takeOne(places: number[], random: (below: number) => number): number {
  const [place] = places.splice(random(places.length), 1)
  if (place === undefined) throw new RangeError('expected a place that is left')
  return place
}

const seatKey = ({ unit, place }: Place): string => `${place} ${unit}`
