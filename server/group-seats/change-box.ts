import type { AssessmentId } from '../assessments/contract.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { openBox, type SeatBox, sealBox } from './seat-box.ts'
import { hasSeatKey, seatKey } from './seat-keys.ts'
import { findBox, saveBox, saveEmptyBox } from './store.ts'

type Reach = Pick<Services, 'db' | 'config'>

const purposeFor = (assessment: AssessmentId): string => `seats ${assessment}`

/** Makes room for seats, once: before anybody takes one. */
export async function makeBox(reach: Reach, assessment: AssessmentId): Promise<void> {
  if ((await findBox(reach.db, assessment)) !== undefined) return
  const key = seatKey(reach, assessment, 'stored seats')
  await saveEmptyBox(
    reach.db,
    assessment,
    sealBox(key, purposeFor(assessment), new Map()),
  )
}

/** Who sits where; nobody where no link was ever shown. */
export async function readBox(reach: Reach, assessment: AssessmentId): Promise<SeatBox> {
  const sealed = await findBox(reach.db, assessment)
  if (sealed === undefined) return new Map()
  return openBox(
    seatKey(reach, assessment, 'stored seats'),
    purposeFor(assessment),
    sealed,
  )
}

/**
 * Changes who sits where, as if nobody else did at the same time: what was decided on a box that
 * somebody else has changed is decided again on the new one. Each time one of those who
 * contend gets on, so it ends.
 *
 * @param change what to make of the box; may refuse. The same box means that nothing is to be done.
 */
export async function changeBox(
  reach: Reach,
  assessment: AssessmentId,
  change: (box: SeatBox) => SeatBox,
): Promise<void> {
  const key = seatKey(reach, assessment, 'stored seats')
  const purpose = purposeFor(assessment)
  for (;;) {
    const before = await findBox(reach.db, assessment)
    if (before === undefined) throw new Refusal('booking-link-unknown')
    const box = openBox(key, purpose, before)
    const after = change(box)
    if (after === box) return
    const sealed = sealBox(key, purpose, after)
    if (await saveBox(reach.db, assessment, before, sealed)) return
  }
}

/**
 * A stored box sealed anew, for a copy of the database: nothing of it can be compared.
 *
 * @returns null where its key is gone
 */
export function boxSealedAnew(
  reach: { readonly config: Pick<Services['config'], 'dataFolder'> },
  assessment: AssessmentId,
  sealed: string,
): string | null {
  if (!hasSeatKey(reach, assessment)) return null
  const key = seatKey(reach, assessment, 'stored seats')
  const purpose = purposeFor(assessment)
  return sealBox(key, purpose, openBox(key, purpose, sealed))
}
