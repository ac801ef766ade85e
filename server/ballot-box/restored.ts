import type { BoxServices } from './box-services.ts'
import { acceptRestored, raiseEpoch } from './slots/epoch.ts'
import { NoSlots } from './slots/reach-slots.ts'
import { listOpen } from './store.ts'

/**
 * Looks at every start whether the database was put back from an earlier copy, and tells the
 * operator: ballots cast since are missing. Casting goes on, so that people can cast again.
 */
export async function tellWhereRestored({
  ballots,
  slots,
  tell,
}: BoxServices): Promise<void> {
  for (const assessment of await listOpen(ballots)) {
    try {
      if (await raiseEpoch(slots, assessment)) continue
      tell({ event: 'box-restored', assessment })
      await acceptRestored(slots, assessment)
    } catch (error) {
      if (!(error instanceof NoSlots)) throw error
      tell({ event: 'box-keyless', assessment })
    }
  }
}
