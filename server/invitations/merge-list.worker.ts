import { randomInt, randomUUID } from 'node:crypto'
import { buildNameFilter, nameTokens } from '#surveys/personal-details/name-filter.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import { Refusal } from '../refusal.ts'
import type { Place } from '../registrar/issue-codes.ts'
import type { ListedBefore, MergedCounts, Merging, ToMerge } from './import-list.ts'
import { type Invitee, type MergedList, mergeList } from './merge-list.ts'
import { readInvitees, refuseList } from './read-invitees.ts'

const inPart = 100

answerOffThread<ToMerge, ListedBefore>(async (given, parts): Promise<Merging> => {
  const before: Invitee[] = []
  const withCode: Place[] = []
  for await (const unit of parts) {
    for (const person of unit.people) before.push(person)
    for (const place of unit.withCode) withCode.push(place)
  }
  try {
    const merged = merge(given, before, withCode)
    const names = given.namesKey && namesOf(merged, given.namesKey)
    return { ...mergingOf(merged, withCode), names }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { kind: 'refused', problems: error.problems }
  }
})

function merge(
  { csv, bounds, drawn, isOpen }: ToMerge,
  before: readonly Invitee[],
  withCode: readonly Place[],
): MergedList {
  const merged = mergeList({
    units: bounds.counted,
    people: readInvitees(csv, bounds),
    before,
    used: isOpen ? withCode : [],
    drawn: new Set(drawn),
    random: (below) => randomInt(below),
    newId: randomUUID,
  })
  return 'invitees' in merged ? merged : refuseList(merged)
}

function namesOf({ invitees }: MergedList, key: Uint8Array): Uint8Array | null {
  const tokens = new Set(invitees.flatMap(({ name }) => (name ? nameTokens(name) : [])))
  return tokens.size > 0 ? buildNameFilter(tokens, key) : null
}

function mergingOf(
  { invitees, added, removed }: MergedList,
  withCode: readonly Place[],
): Omit<MergedCounts, 'names'> {
  const codes = new Set(withCode.map(seatKey))
  const places = removed.map(({ unit, place }) => ({ unit, place }))
  return {
    kind: 'merged',
    listed: countByUnit(invitees),
    withAddress: countByUnit(invitees.filter(({ email }) => email !== null)),
    added: countByUnit(added),
    removed: countByUnit(removed),
    invitees: inParts(invitees),
    revoked: inParts(places.filter((place) => codes.has(seatKey(place)))),
  }
}

const seatKey = ({ unit, place }: Place): string => `${place} ${unit}`

function countByUnit(people: readonly Place[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { unit } of people) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return counts
}

function inParts(rows: readonly object[]): readonly string[] {
  return Array.from({ length: Math.ceil(rows.length / inPart) }, (_, part) =>
    JSON.stringify(rows.slice(part * inPart, (part + 1) * inPart)),
  )
}
