import { randomInt } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Member } from '../../accounts/access.ts'
import type { AssessmentId, OpenAssessment } from '../../assessments/contract.ts'
import { openAssessmentOf } from '../../assessments/find-assessment.ts'
import { Refusal } from '../../refusal.ts'
import type { Services } from '../../services.ts'
import { releasePlace } from '../participation/bind-place.ts'
import type { Registrar } from '../registrar.ts'
import type { Wishes } from './contract.ts'
import { listResets, saveResets, type UnitResets } from './store.ts'
import { mostResets, openWishes, sealWishes } from './wishes.ts'

type Reach = Pick<Services, 'db'> & { readonly registrar: Registrar }

/** The wishes of so many units are opened in a few milliseconds. */
const unitsInTurn = 50

/** Who wishes to collect again: how many in each unit, never who. */
export async function wishesOf(
  { db, registrar }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<Wishes> {
  const open = await openAssessmentOf({ db }, member, id)
  const headcounts = new Map(open.counted.map((unit) => [unit.id, unit.headcount]))
  const wishes: Wishes[number][] = []
  for (const [index, one] of (await listResets(db, id)).entries()) {
    if (index % unitsInTurn === 0) await setImmediate()
    const wished = placesIn(openWishes(registrar.keys, id, one)).length
    const agreedBy = one.agreedTo === wished ? one.agreedBy : null
    const left = mostResets(headcounts.get(one.unit) ?? 0) - one.done
    wishes.push({ unit: one.unit, wished, left, agreedBy, done: one.done })
  }
  return wishes.filter(({ wished, done }) => wished > 0 || done > 0)
}

/**
 * One of the two sides agrees to the wishes it saw. When both agree to the same number, so
 * many places are free again, drawn by lot where the limit leaves too few. Each is counted, and
 * the count is published: whoever is let collect again may have cast before.
 *
 * @param wished how many wishes the member saw
 * @throws Refusal 'assessment-changed-meanwhile' when there are more or fewer by now, or
 *   'reset-limit-reached'
 */
export async function grantResets(
  { db, registrar }: Reach,
  member: Member,
  { id, unit }: { readonly id: AssessmentId; readonly unit: string },
  wished: number,
): Promise<void> {
  const open = await openAssessmentOf({ db }, member, id)
  const resets = (await listResets(db, id)).find((one) => one.unit === unit)
  if (!resets) throw new Refusal('not-found')
  const wishes = openWishes(registrar.keys, id, resets)
  if (placesIn(wishes).length !== wished) {
    throw new Refusal('assessment-changed-meanwhile')
  }
  const left = mostResets(headcountOf(open, unit)) - resets.done
  if (left <= 0) throw new Refusal('reset-limit-reached')

  if (!hasOtherAgreed(resets, member, wished)) {
    const agreed = { ...resets, agreedBy: member.role, agreedTo: wished }
    await saveOrRefuse(db, id, resets, agreed)
    return
  }
  const granted = drawn(placesIn(wishes), left)
  const rest = wishes.map((wish, place) => wish && !granted.includes(place))
  await saveOrRefuse(db, id, resets, {
    wishes: sealWishes(registrar.keys, id, unit, rest),
    agreedBy: null,
    agreedTo: null,
    done: resets.done + granted.length,
  })
  for (const place of granted)
    await releasePlace(registrar.participation, id, unit, place)
}

/** How many were let collect again, for the release. */
export async function resetsMade(
  { db }: Pick<Services, 'db'>,
  id: AssessmentId,
): Promise<number> {
  return (await listResets(db, id)).reduce((sum, { done }) => sum + done, 0)
}

function hasOtherAgreed(
  { agreedBy, agreedTo }: UnitResets,
  { role }: Member,
  wished: number,
): boolean {
  return agreedBy !== null && agreedBy !== role && agreedTo === wished
}

async function saveOrRefuse(
  db: Services['db'],
  id: AssessmentId,
  before: UnitResets,
  after: Omit<UnitResets, 'unit'>,
): Promise<void> {
  if (await saveResets(db, id, before, after)) return
  throw new Refusal('assessment-changed-meanwhile')
}

function placesIn(wishes: readonly boolean[]): readonly number[] {
  return wishes.flatMap((wish, place) => (wish ? [place] : []))
}

/** So many of them, by lot. */
function drawn(places: readonly number[], most: number): readonly number[] {
  const waiting = [...places]
  return Array.from({ length: Math.min(most, places.length) }, () =>
    waiting.splice(randomInt(waiting.length), 1),
  ).flat()
}

function headcountOf({ counted }: OpenAssessment, unit: string): number {
  return counted.find(({ id }) => id === unit)?.headcount ?? 0
}
