import { describe, expect, it } from 'vitest'
import { BeyondLimit, runOffThread } from '#server/jobs/off-thread.ts'

const worker = new URL('./add-up.worker.ts', import.meta.url)

describe('working off the thread', () => {
  it('hands over the input, and parts in their order', async () => {
    const sums = await runOffThread(worker, 7, [[1, 2], [3], []])

    expect(sums).toEqual([7, 3, 3, 0])
  })

  it('needs no parts', async () => {
    expect(await runOffThread(worker, 7)).toEqual([7])
  })

  it.each([10, 1_000_000])('brings %d bytes back as they were written', async (count) => {
    const writing = new URL('./write-bytes.worker.ts', import.meta.url)

    const { bytes } = await runOffThread<{ bytes: Uint8Array }>(writing, count)

    expect(bytes).toHaveLength(count)
    expect(bytes.every((byte) => byte === 7)).toBe(true)
  })

  it('lets others have their turn between two parts', async () => {
    const turns: string[] = []
    function* parts(): Generator<readonly number[]> {
      for (const part of [1, 2]) {
        turns.push(`part ${part}`)
        setImmediate(() => turns.push(`after part ${part}`))
        yield [part]
      }
    }

    await runOffThread(worker, 0, parts())

    expect(turns).toEqual(['part 1', 'after part 1', 'part 2', 'after part 2'])
  })

  it('makes the next part only when the thread is about to need it', async () => {
    let made = 0
    const working = Promise.withResolvers<void>()
    async function* parts(): AsyncGenerator<readonly number[]> {
      for (; made < 1000; made += 1) yield Array.from({ length: 1000 }, () => 1)
      working.resolve()
    }
    const answer = runOffThread(worker, 0, parts())

    await new Promise((resolve) => setImmediate(resolve))
    const madeAtOnce = made

    expect(madeAtOnce).toBeLessThan(4)
    await working.promise
    expect(await answer).toHaveLength(1001)
  })

  it('fails with what went wrong there', async () => {
    await expect(runOffThread(worker, 0, [[-1]])).rejects.toThrow('sums of 0 or more')
  })

  it('fails with what went wrong while parts were made', async () => {
    function* parts(): Generator<readonly number[]> {
      yield [1]
      throw new RangeError('expected another part')
    }

    await expect(runOffThread(worker, 0, parts())).rejects.toThrow('another part')
  })

  it.each([
    ['time', 'for-ever', { megabytes: 64, seconds: 0.1 }],
    ['memory', 'growing', { megabytes: 32, seconds: 60 }],
  ] as const)('ends what takes more %s than it may', async (_, what, limit) => {
    const taking = new URL('./take-all.worker.ts', import.meta.url)

    await expect(runOffThread(taking, what, [], limit)).rejects.toThrow(BeyondLimit)
  })

  it('leaves alone what stays within its limit', async () => {
    const limit = { megabytes: 64, seconds: 60 }

    expect(await runOffThread(worker, 7, [[1, 2]], limit)).toEqual([7, 3])
  })
})
