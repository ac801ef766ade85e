import type { Outcome } from '../attack.ts'
import { tryKilledUpgrades } from './killed-upgrade.ts'
import { tryKilledWork } from './killed-work.ts'
import { trySeveralProcesses } from './several-processes.ts'

/** Everything that ends or fails where it should not, at full length. */
export async function* attackByFaults(): AsyncGenerator<Outcome> {
  yield await tryKilledWork(200)
  yield await trySeveralProcesses({ people: 1_600, kills: 100 })
  yield await tryKilledUpgrades('sqlite', 1)
  yield await tryKilledUpgrades('postgres', 1)
}
