import { randomBytes, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { seededRandom } from '#analysis/statistics/random.ts'
import { sealBucket } from '#server/ballot-box/slots/sealed-bucket.ts'
import { slotBytesFor, writeSlot } from '#server/ballot-box/slots/slot.ts'
import type { Outcome } from '../attack.ts'

const slots = 20
const slotBytes = slotBytesFor(60)
/** what a classifier that guesses reaches in 5,000 tries less than once in 10¹¹ */
const mostRight = 0.55

/**
 * Tells full buckets from empty ones without the key (claim 7): learns from as many labelled
 * ones as it is asked about, by how often each byte comes, how far neighbours agree, and how
 * well they can be packed.
 */
export function tryCount(tries: number): Outcome {
  const random = seededRandom('count')
  const seal = {
    sealing: randomBytes(32),
    assessment: randomUUID(),
    place: { unit: 'hall', row: 0, index: 0, slots },
    slotBytes,
  }
  const full = Array.from({ length: slots }, (_, person) => aSlot(person))
  const sample = (isFull: boolean) => featuresOf(sealBucket(seal, isFull ? full : []))
  const known = [true, false].map((isFull) =>
    meanOf(Array.from({ length: tries / 2 }, () => sample(isFull))),
  )
  const [ofFull = [], ofEmpty = []] = known
  let right = 0
  for (let each = 0; each < tries; each++) {
    const isFull = random() < 0.5
    const features = sample(isFull)
    if (distance(features, ofFull) < distance(features, ofEmpty) === isFull) right += 1
  }
  const share = right / tries
  return {
    name: 'counting ballots without the key (7)',
    expects: 'a coin does as well',
    figures: { tries, 'share guessed right': share },
    broken: share <= mostRight ? [] : [`${share} of all guesses were right`],
  }
}

function aSlot(person: number): Uint8Array {
  const hash = Buffer.alloc(32, person)
  return writeSlot({ nullifier: hash, check: hash, payload: Buffer.alloc(60) }, slotBytes)
}

/** Each scaled so that noise gives it about the same spread. */
function featuresOf(sealed: Uint8Array): readonly number[] {
  const counts = new Array<number>(256).fill(0)
  let agreement = 0
  for (const [index, byte] of sealed.entries()) {
    counts[byte] = (counts[byte] ?? 0) + 1
    agreement += (byte - 127.5) * ((sealed[index - 1] ?? 127.5) - 127.5)
  }
  const expected = sealed.length / 256
  return [
    sealed.length,
    (gzipSync(sealed, { level: 1 }).length - sealed.length) / 2,
    agreement / (5_461 * Math.sqrt(sealed.length)),
    ...counts.map((count) => (count - expected) / Math.sqrt(expected)),
  ]
}

function meanOf(samples: readonly (readonly number[])[]): readonly number[] {
  const [first = []] = samples
  return first.map(
    (_, at) => samples.reduce((sum, each) => sum + (each[at] ?? 0), 0) / samples.length,
  )
}

function distance(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + (value - (other[at] ?? 0)) ** 2, 0)
}
