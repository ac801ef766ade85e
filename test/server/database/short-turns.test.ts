import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { inShortTurns } from '#server/database/short-turns.ts'

describe('work that comes all at once', () => {
  it('goes on at once while the turn is young, and in the next one after that, in order', async () => {
    let clock = 0
    const done: number[] = []
    const inTurn = inShortTurns(() => clock)
    const work = (step: number) => {
      inTurn(() => {
        done.push(step)
        clock += 4
      })
    }

    for (let step = 0; step < 7; step += 1) work(step)
    const inFirstTurn = [...done]
    await nextTurn()
    await nextTurn()

    expect(inFirstTurn).toEqual([0, 1, 2])
    expect(done).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  it('has a turn of its own again in the next one', async () => {
    let clock = 0
    const done: string[] = []
    const inTurn = inShortTurns(() => clock)
    inTurn(() => {
      clock += 100
    })
    await nextTurn()

    inTurn(() => done.push('at once'))

    expect(done).toEqual(['at once'])
  })
})
