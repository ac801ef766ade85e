import { describe, expect, it } from 'vitest'
import { recordedDoors, unrecordedDoors } from '#server/audit/recorded-doors.ts'
import { testServer } from '../server/test-server.ts'
import { doorsOf, officeDoors } from './ballots/office-doors.ts'
import { tryEveryDoor } from './ballots/roles.ts'

describe('the doors of the office', () => {
  it('let in those they are meant for, each role and pair of roles at every door', async () => {
    const { tries, broken } = await tryEveryDoor()

    expect(broken).toEqual([])
    expect(tries).toBeGreaterThan(9 * 100)
  })

  it('are all in the list of who may pass, and none is there that does not exist', async () => {
    await using server = await testServer()

    expect(doorsOf(server).toSorted()).toEqual(Object.keys(officeDoors).toSorted())
  })
})

describe('every door that changes something', () => {
  const isUnrecorded = (door: string): boolean =>
    unrecordedDoors.some(([named]) =>
      named.endsWith('*') ? door.startsWith(named.slice(0, -1)) : door === named,
    )

  it('is on record, or somebody has said why not', () => {
    const changing = Object.keys(officeDoors).filter((door) =>
      /^(POST|PUT|DELETE) \/api\/office\//.test(door),
    )

    expect(
      changing.filter((door) => !(door in recordedDoors) && !isUnrecorded(door)),
    ).toEqual([])
  })

  it('that is on record exists', () => {
    expect(Object.keys(recordedDoors).filter((door) => !(door in officeDoors))).toEqual(
      [],
    )
  })

  it('and is an employee’s, a key holder’s or a manager’s is never on record', () => {
    const theirs = Object.entries(officeDoors).filter(
      ([door, { allowed }]) => allowed === 'key holder' || !door.includes('/api/office/'),
    )

    expect(theirs.filter(([door]) => door in recordedDoors)).toEqual([])
  })
})
