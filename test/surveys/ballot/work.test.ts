import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#analysis/statistics/random.ts'
import { toBase64url } from '#surveys/ballot/bytes.ts'
import { leadingZeros } from '#surveys/ballot/leading-zeros.ts'
import { doWork, isDone } from '#surveys/ballot/work.ts'

const random = seededRandom('work')
const someBytes = (length: number): Uint8Array =>
  Uint8Array.from({ length }, () => Math.floor(random() * 256))

const challengeFor = (zeros: number): string =>
  toBase64url(Uint8Array.of(zeros, ...someBytes(24)))

const noPause = async (): Promise<void> => undefined

describe('the zeros that a hash begins with', () => {
  it('are those of SHA-256, for messages of every length', () => {
    for (let trial = 0; trial < 2_000; trial += 1) {
      const message = someBytes(trial % 56)
      const first = createHash('sha256').update(message).digest().readUInt32BE()

      expect(leadingZeros(message)).toBe(Math.clz32(first))
    }
  })

  it('are not told of a message that fills more than a block', () => {
    expect(() => leadingZeros(new Uint8Array(56))).toThrow(RangeError)
  })
})

describe('work for a crowded door', () => {
  it('is done once, and shows for its own challenge only', async () => {
    const [mine, other] = [challengeFor(8), challengeFor(8)]

    const work = await doWork(mine, noPause)

    expect(isDone(mine, work ?? '')).toBe(true)
    expect(isDone(other, work ?? '')).toBe(false)
  })

  it('is not done by half of it, by nothing or by noise', async () => {
    const challenge = challengeFor(8)
    const work = (await doWork(challenge, noPause)) ?? ''

    expect(isDone(challenge, work.slice(0, 40))).toBe(false)
    expect(isDone(challenge, '')).toBe(false)
    expect(isDone(challenge, toBase64url(someBytes(64)))).toBe(false)
    expect(isDone(`${challenge}!`, work)).toBe(false)
  })

  it('takes about as many attempts as were asked for', async () => {
    let pauses = 0
    const pause = async () => {
      pauses += 1
    }
    for (let door = 0; door < 8; door += 1) await doWork(challengeFor(13), pause)

    // 8 doors of 16 searches of 8,192 attempts each, a pause after 4,000 of one search
    expect(pauses).toBeGreaterThan(128)
    expect(pauses).toBeLessThan(384)
  })

  it('is refused by the page when more is asked than a phone should do', async () => {
    expect(await doWork(challengeFor(15), noPause)).toBeNull()
    expect(await doWork('', noPause)).toBeNull()
    expect(await doWork('?', noPause)).toBeNull()
  })
})
