import { formReportingUnits } from '#analysis/disclosure/reporting-units.ts'
import {
  pairUnits,
  type SameUnit,
  sameUnits,
  type UnitPair,
  type WaveUnit,
} from '#analysis/needs/unit-identity.ts'
import type { Member, Organiser } from '../accounts/access.ts'
import {
  type Assessment,
  type AssessmentId,
  isChangeable,
  type ReleasedAssessment,
} from '../assessments/contract.ts'
import {
  assessmentOf,
  draftOf,
  releasedAssessmentOf,
} from '../assessments/find-assessment.ts'
import { noteChange } from '../assessments/plan-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { SayOfUnit, UnitPairs } from './contract.ts'
import { listSayings, removeSaying, type SignedSaying, saveSaying } from './store.ts'

type Reach = Pick<Services, 'db'>

/** The units of a survey and of the one it follows, side by side. */
export async function unitPairsOf(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<UnitPairs> {
  const after = await assessmentOf({ db }, member, id)
  const before = await earlierOf({ db }, member, after)
  const sayings = await listSayings(db, id)
  const signatures = new Map(sayings.map(({ unit, by, on }) => [unit, { by, on }]))
  return {
    earlier: { id: before.id, name: before.name },
    units: unitsOf(before),
    pairs: pairsOf(before, after, sayings).map((pair) => ({
      ...pair,
      said: pair.said ? (signatures.get(pair.after?.id ?? '') ?? null) : null,
    })),
    canChange: isChangeable(after),
  }
}

/**
 * Says which unit of the earlier survey had the same people. Only until the plan is frozen:
 * nobody chooses what is compared by what the figures say. An approval lapses.
 *
 * @throws Refusal 'unit-not-found' for a unit of neither survey, 'unit-paired-already' when
 *   somebody said of another unit that it had these people
 */
export async function sayOfUnit(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  organiser: Organiser,
  id: AssessmentId,
  { unit, same }: SayOfUnit,
): Promise<UnitPairs> {
  const draft = await draftOf({ db }, organiser, id)
  const before = await earlierOf({ db }, organiser, draft)
  const isThere = (units: readonly WaveUnit[], wanted: string): boolean =>
    units.some((one) => one.id === wanted)
  if (!isThere(unitsOf(draft), unit)) throw new Refusal('unit-not-found')
  if (same.kind === 'unit') {
    if (!isThere(unitsOf(before), same.unit)) throw new Refusal('unit-not-found')
    const others = (await listSayings(db, id)).filter((one) => one.unit !== unit)
    const isTaken = others.some(
      (one) => one.earlier === same.unit && isThere(unitsOf(draft), one.unit),
    )
    if (isTaken) throw new Refusal('unit-paired-already')
  }
  // First, so that nothing is kept of what was said of another revision.
  await noteChange({ db }, draft)
  if (same.kind === 'by-itself') await removeSaying(db, id, unit)
  else {
    const earlier = same.kind === 'unit' ? same.unit : null
    const on = clock.now().toISOString().slice(0, 10)
    await saveSaying(db, id, { unit, earlier, by: organiser.name, on })
  }
  return unitPairsOf({ db }, organiser, id)
}

/** The survey that one follows, and which of their units are the same; null where it follows none. */
export async function waveBefore(
  { db }: Reach,
  member: Member,
  after: Assessment,
): Promise<{
  readonly assessment: ReleasedAssessment
  readonly same: readonly SameUnit[]
} | null> {
  if (after.follows === null) return null
  const assessment = await earlierOf({ db }, member, after)
  const pairs = pairsOf(assessment, after, await listSayings(db, after.id))
  return { assessment, same: sameUnits(pairs) }
}

async function earlierOf(
  { db }: Reach,
  member: Member,
  { follows }: Assessment,
): Promise<ReleasedAssessment> {
  if (follows === null) throw new Refusal('nothing-before')
  return releasedAssessmentOf({ db }, member, follows)
}

function pairsOf(
  before: Assessment,
  after: Assessment,
  sayings: readonly SignedSaying[],
): readonly UnitPair[] {
  return pairUnits(unitsOf(before), unitsOf(after), sayings)
}

/** The units that a release shows, or would, with the parts each of them counts. */
function unitsOf({ organization, units }: Assessment): readonly WaveUnit[] {
  if (units.length === 0) return []
  const formed = formReportingUnits(organization, units)
  if (formed.kind === 'refused') return []
  const above = new Map(formed.units.map(({ id, parent }) => [id, parent]))
  const holds = new Map(formed.units.map(({ id }): [string, string[]] => [id, []]))
  for (const [part, unit] of Object.entries(formed.countedIn)) {
    for (let at: string | null = unit; at !== null; at = above.get(at) ?? null) {
      holds.get(at)?.push(part)
    }
  }
  return formed.units.map(({ id, name, parent, headcount }) => {
    return { id, name, parent, headcount: headcount ?? 0, holds: holds.get(id) ?? [] }
  })
}
