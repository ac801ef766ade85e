import type { Locale } from '#surveys/locale.ts'
import type { Assessment, CountedUnit } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { type Place, placesWithCode } from '../registrar/issue-codes.ts'
import type { Way } from './contract.ts'
import type { Invitee } from './merge-list.ts'
import { listInvitees, listWays, saveWays } from './store.ts'

/** A reporting unit, the people of it on the list, and how they are invited. */
export interface UnitToInvite {
  readonly unit: CountedUnit
  readonly way: Way
  readonly languages: readonly Locale[]
  readonly printings: number
  readonly people: readonly Invitee[]
  /** places that have a code, or had one since the survey was opened */
  readonly withCode: ReadonlySet<number>
  /** lot and list can no longer change places: somebody may have used a code of the unit */
  readonly settled: boolean
}

/** An envelope to print: for a person of the list, or for whoever draws it. */
export interface Envelope extends Place {
  readonly person: Invitee | null
}

/** Every reporting unit of an assessment as it stands for inviting. */
export async function unitsToInvite(
  db: OfficeDatabase,
  assessment: Assessment,
): Promise<readonly UnitToInvite[]> {
  const invitees = Map.groupBy(await listInvitees(db, assessment.id), ({ unit }) => unit)
  const codes = Map.groupBy(await placesWithCode(db, assessment.id), ({ unit }) => unit)
  const ways = new Map((await listWays(db, assessment.id)).map((way) => [way.unit, way]))
  return assessment.counted.map((unit) => {
    const people = invitees.get(unit.id) ?? []
    const chosen = ways.get(unit.id)
    const withCode = new Set((codes.get(unit.id) ?? []).map(({ place }) => place))
    return {
      unit,
      way: chosen?.way ?? (people.length > 0 ? 'mail' : 'lot'),
      languages: chosen?.languages ?? assessment.languages,
      printings: chosen?.printings ?? 0,
      people,
      withCode,
      settled: withCode.size > 0 && assessment.state !== 'frozen',
    }
  })
}

/** The places of a unit that have a code. */
export function placesIn({ unit, withCode }: UnitToInvite): readonly Place[] {
  return [...withCode].map((place) => ({ unit: unit.id, place }))
}

/** Whoever of a unit is written to. */
export function mailPeople({ way, people }: UnitToInvite): readonly Invitee[] {
  return way === 'mail' ? people.filter(({ email }) => email !== null) : []
}

/** The envelopes a printing of a unit makes. */
export function envelopesOf({ unit, way, people }: UnitToInvite): readonly Envelope[] {
  if (way === 'lot') {
    return Array.from({ length: unit.headcount }, (_, place) => ({
      unit: unit.id,
      place,
      person: null,
    }))
  }
  return people
    .filter(({ email }) => way === 'addressed' || email === null)
    .map((person) => ({ unit: unit.id, place: person.place, person }))
}

/** Writes down how units are invited, as it stands, before codes of them go out. */
export async function settleWays(
  db: OfficeDatabase,
  assessment: Assessment,
  units: readonly UnitToInvite[],
  printed = 0,
): Promise<void> {
  await saveWays(
    db,
    assessment.id,
    units.map(({ unit, way, languages, printings }) => ({
      unit: unit.id,
      way,
      languages,
      printings: printings + printed,
    })),
  )
}
