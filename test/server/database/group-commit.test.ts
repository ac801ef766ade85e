import { describe, expect, it } from 'vitest'
import { GroupCommit } from '#server/database/group-commit.ts'

/** A commit that waits to be let through, and the groups that came to it. */
function aGate() {
  const groups: (readonly string[])[] = []
  const waiting: PromiseWithResolvers<void>[] = []
  return {
    groups,
    commit: async (tasks: readonly string[]) => {
      groups.push(tasks)
      const gate = Promise.withResolvers<void>()
      waiting.push(gate)
      await gate.promise
      return tasks.map((task) => `${task} done`)
    },
    open: async (error?: Error) => {
      while (waiting.length === 0) await new Promise(setImmediate)
      const gate = waiting.shift()
      if (error) gate?.reject(error)
      else gate?.resolve()
    },
  }
}

describe('a group commit', () => {
  it('takes all that gathered while the one before was under way, each its outcome', async () => {
    const gate = aGate()
    const together = new GroupCommit(gate.commit, 10)
    const first = together.add('a')
    while (gate.groups.length === 0) await new Promise(setImmediate)
    const others = ['b', 'c', 'd'].map((task) => together.add(task))
    await gate.open()
    await gate.open()

    expect(await Promise.all([first, ...others])).toEqual([
      'a done',
      'b done',
      'c done',
      'd done',
    ])
    expect(gate.groups).toEqual([['a'], ['b', 'c', 'd']])
  })

  it('takes no more at once than it is told', async () => {
    const gate = aGate()
    const together = new GroupCommit(gate.commit, 2)
    const all = ['a', 'b', 'c', 'd', 'e'].map((task) => together.add(task))
    for (let group = 0; group < 3; group += 1) await gate.open()
    await Promise.all(all)

    expect(gate.groups.map(({ length }) => length)).toEqual([2, 2, 1])
  })

  it('fails each of a group that failed, and none after it', async () => {
    const gate = aGate()
    const together = new GroupCommit(gate.commit, 2)
    const all = Promise.allSettled(['a', 'b', 'c'].map((task) => together.add(task)))
    await gate.open(new Error('the disk is full'))
    await gate.open()

    expect((await all).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
      'fulfilled',
    ])
  })

  it('answers nobody with another’s outcome when one is missing', async () => {
    const together = new GroupCommit(async () => ['only one'], 10)

    const all = await Promise.allSettled(['a', 'b'].map((task) => together.add(task)))

    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})
