import type { AssessmentId, FrozenAssessment } from '../../assessments/contract.ts'
import { Refusal } from '../../refusal.ts'
import type { Services } from '../../services.ts'
import { placeFor } from '../collect-ballot.ts'
import type { LookUp } from '../contract.ts'
import type { Registrar } from '../registrar.ts'
import { listResets, saveNoWishes, saveResets } from './store.ts'
import { openWishes, sealWishes } from './wishes.ts'

type Reach = Pick<Services, 'db'> & { readonly registrar: Registrar }

const tries = 5

/** Makes room for a wish of every person of every unit. Repeating it changes nothing. */
export async function makeRoomForWishes(
  { db, registrar }: Reach,
  { id, counted }: FrozenAssessment,
): Promise<void> {
  for (const { id: unit, headcount } of counted) {
    const nobody = Array.from({ length: headcount }, () => false)
    const sealed = sealWishes(registrar.keys, id, unit, nobody)
    await saveNoWishes(db, id, unit, sealed)
  }
}

/**
 * Somebody who lost what they collected wishes to collect again. Said by the code, so that
 * nobody has to say who they are; granted by two people, who learn how many wish and not who.
 */
export async function wishForReset(reach: Reach, asked: LookUp): Promise<void> {
  const { unit, place } = await placeFor(reach, asked)
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (await noteWish(reach, asked.assessment, unit, place)) return
  }
  throw new Refusal('assessment-changed-meanwhile')
}

async function noteWish(
  { db, registrar }: Reach,
  assessment: AssessmentId,
  unit: string,
  place: number,
): Promise<boolean> {
  const resets = (await listResets(db, assessment)).find((one) => one.unit === unit)
  if (!resets) throw new Refusal('assessment-not-open')
  const wishes = openWishes(registrar.keys, assessment, resets)
  const now = wishes.map((wish, at) => wish || at === place)
  const sealed = sealWishes(registrar.keys, assessment, unit, now)
  return saveResets(db, assessment, resets, { ...resets, wishes: sealed })
}
