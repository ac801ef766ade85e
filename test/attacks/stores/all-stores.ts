import { engines, storesOn } from '../../server/ballot-box/a-slot-store.ts'
import type { Outcome } from '../attack.ts'
import { tryBackups } from './backups.ts'
import { tryCount } from './count.ts'
import { tryKills } from './kills.ts'
import { tryOrder } from './order.ts'
import { tryTampering } from './tampering.ts'

/** How hard what is stored is tried, on each engine. */
interface StoreEffort {
  /** cast one after another, before their order is looked for */
  readonly ballots: number
  readonly kills: number
  readonly flips: number
}

/** Every attack on what the ballot box stores, on SQLite and PostgreSQL. */
export async function attackStores({
  ballots,
  kills,
  flips,
}: StoreEffort): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [tryCount(5_000)]
  for (const engine of engines) {
    await using stores = await storesOn(engine)
    const full = [{ id: 'works', headcount: ballots }]
    const sparse = [{ id: 'works', headcount: 5 * ballots }]
    outcomes.push(
      await tryOrder(stores, `${engine}, everybody answered`, full, ballots),
      await tryOrder(stores, `${engine}, one in five answered`, sparse, ballots),
      await tryTampering(stores, flips),
      await tryBackups(stores, 20),
      await tryKills(stores, kills),
    )
  }
  return outcomes
}
