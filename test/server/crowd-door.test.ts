import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CrowdDoor, Crowded } from '#server/crowd-door.ts'
import { doWork } from '#surveys/ballot/work.ts'

const noPause = async (): Promise<void> => undefined

/** What is asked of somebody at a crowded door; null when they were let in. */
async function askedAt(door: CrowdDoor, work?: string): Promise<string | null> {
  try {
    await door.pass(work, async () => undefined)
    return null
  } catch (error) {
    if (error instanceof Crowded) return error.challenge
    throw error
  }
}

async function workFor(challenge: string | null): Promise<string> {
  return `${challenge}.${await doWork(challenge ?? '', noPause)}`
}

/** So many who are inside until they are let go. */
function inside(door: CrowdDoor, people: number): () => void {
  const { promise, resolve } = Promise.withResolvers<void>()
  for (let person = 0; person < people; person += 1) {
    void door.pass(undefined, () => promise)
  }
  return resolve
}

describe('a door where few are', () => {
  it('asks nothing of anybody', async () => {
    const door = new CrowdDoor(3)
    inside(door, 2)

    expect(await askedAt(door)).toBeNull()
  })

  it('counts out who leaves, whether they got what they wanted or not', async () => {
    const door = new CrowdDoor(1)
    const failing = door.pass(undefined, () => Promise.reject(new Error('refused')))
    await failing.catch(() => undefined)

    expect(await askedAt(door)).toBeNull()
  })
})

describe('a crowded door', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })

  afterEach(() => {
    vi.useRealTimers()
  })

  it('lets in who did the work, once', async () => {
    const door = new CrowdDoor(3)
    inside(door, 3)
    const work = await workFor(await askedAt(door))

    expect(await askedAt(door, work)).toBeNull()
    expect(await askedAt(door, work)).not.toBeNull()
  })

  it('forgets a challenge after two minutes, and not within one', async () => {
    const door = new CrowdDoor(1)
    inside(door, 1)
    const [early, late] = [
      await workFor(await askedAt(door)),
      await workFor(await askedAt(door)),
    ]

    vi.advanceTimersByTime(61_000)
    const inTime = await askedAt(door, early)
    vi.advanceTimersByTime(60_000)
    const tooLate = await askedAt(door, late)

    expect(inTime).toBeNull()
    expect(tooLate).not.toBeNull()
  })

  it('takes no challenge of its own making changed, of another door, or written otherwise', async () => {
    const door = new CrowdDoor(1)
    const another = new CrowdDoor(1)
    inside(door, 1)
    inside(another, 1)
    const work = await workFor(await askedAt(door))
    const [challenge = '', found = ''] = work.split('.')
    const easier = `A${challenge.slice(1)}`
    await askedAt(door, work)

    expect(await askedAt(door, await workFor(await askedAt(another)))).not.toBeNull()
    expect(await askedAt(door, await workFor(easier))).not.toBeNull()
    expect(await askedAt(door, `${challenge}=.${found}`)).not.toBeNull()
    expect(await askedAt(door, `${challenge} .${found}`)).not.toBeNull()
    expect(await askedAt(door, challenge)).not.toBeNull()
  })

  it('asks for more when it is fuller, and has an end', async () => {
    const door = new CrowdDoor(1)
    const zeros = (challenge: string | null) =>
      Buffer.from(challenge ?? '', 'base64url')[0]
    inside(door, 1)
    const { promise } = Promise.withResolvers<void>()
    const first = zeros(await askedAt(door))
    for (let more = 0; more < 3; more += 1) {
      void door.pass(await workFor(await askedAt(door)), () => promise)
    }

    const fuller = zeros(await askedAt(door))
    const atTheEnd = await askedAt(door, await workFor(await askedAt(door)))

    expect([first, fuller]).toEqual([10, 12])
    expect(atTheEnd).not.toBeNull()
  })

  it('lets in who works, however many come who do not', async () => {
    const door = new CrowdDoor(8)
    inside(door, 8)
    const crowd = Array.from({ length: 2_000 }, () => askedAt(door))
    const good = await askedAt(door)

    const entered = await askedAt(door, await workFor(good))

    expect((await Promise.all(crowd)).every((challenge) => challenge !== null)).toBe(true)
    expect(entered).toBeNull()
  })

  it('lets everybody in again once there is room', async () => {
    const door = new CrowdDoor(2)
    const go = inside(door, 2)
    const full = await askedAt(door)
    go()
    await Promise.resolve()
    await Promise.resolve()

    expect(full).not.toBeNull()
    expect(await askedAt(door)).toBeNull()
  })
})
