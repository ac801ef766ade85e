import { describe, expect, it } from 'vitest'
import { tryKilledUpgrades } from './faults/killed-upgrade.ts'
import { tryKilledWork } from './faults/killed-work.ts'
import { trySeveralProcesses } from './faults/several-processes.ts'

describe('an installation that is ended by force', () => {
  it('loses nothing acknowledged and leaves nothing half done, from the closing to the release', async () => {
    const { broken, figures } = await tryKilledWork(3, 'released')

    expect(broken).toEqual([])
    expect(figures['kills']).toBe(3)
  })

  it('of several processes keeps one ballot for everybody, and closed is closed in each', async () => {
    const { broken, figures } = await trySeveralProcesses({ people: 32, kills: 1 })

    expect(broken).toEqual([])
    expect(figures['ended by force']).toBe(1)
  })

  it('in the middle of an upgrade finishes it at the next start', async () => {
    const { broken, figures } = await tryKilledUpgrades('sqlite', 60)

    expect(broken).toEqual([])
    expect(figures['kills']).toBeGreaterThan(1)
  })
})
