import type { AssessmentId } from '../assessments/contract.ts'
import type { Services } from '../services.ts'
import { openBox, placesFor, placesIn, type SeatBox, sealBox } from './seat-box.ts'
import { hasSeatKey, seatKey } from './seat-keys.ts'
import { findBox, saveBox, saveEmptyBox } from './store.ts'

type Reach = Pick<Services, 'db' | 'config'>

const purposeFor = (assessment: AssessmentId): string => `briefing seats ${assessment}`

/** Who sits where; nobody where no seat was ever taken. */
export async function readBox(reach: Reach, assessment: AssessmentId): Promise<SeatBox> {
  const sealed = await findBox(reach.db, assessment)
  if (sealed === undefined) return new Map()
  return openBox(seatKey(reach, assessment), purposeFor(assessment), sealed)
}

/**
 * Changes who sits where, as if nobody else did at the same time: what was decided on a box that
 * somebody else has changed is decided again on the new one.
 *
 * @param seats all that are planned: the length of the box follows from it
 * @param change what to make of the box; may refuse. The same box means that nothing is to be done.
 */
export async function changeBox(
  reach: Reach,
  assessment: AssessmentId,
  seats: number,
  change: (box: SeatBox) => SeatBox,
): Promise<void> {
  const key = seatKey(reach, assessment)
  const purpose = purposeFor(assessment)
  const sealed = (box: SeatBox) => sealBox(key, purpose, box, placesFor(seats))
  for (;;) {
    const before = await findBox(reach.db, assessment)
    const box = before === undefined ? new Map() : openBox(key, purpose, before)
    const after = change(box)
    if (after === box) return
    if (before === undefined) {
      // Made empty, like any other that is about to be changed: the first seat is none of its own.
      await saveEmptyBox(reach.db, assessment, sealed(new Map()))
      continue
    }
    if (await saveBox(reach.db, assessment, before, sealed(after))) return
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
  const key = seatKey(reach, assessment)
  const purpose = purposeFor(assessment)
  return sealBox(key, purpose, openBox(key, purpose, sealed), placesIn(sealed))
}
