import { createHmac, randomBytes } from 'node:crypto'
import { Refusal } from '../refusal.ts'
import type { Clock } from '../services.ts'

const windowMilliseconds = 10 * 60_000
const mostSeatsInWindow = 6
const mostRemembered = 10_000

interface Window {
  readonly until: number
  readonly key: Uint8Array
  readonly counts: Map<string, number>
}

let window: Window = { until: 0, key: new Uint8Array(), counts: new Map() }

/**
 * Lets one address take six seats of an assessment in ten minutes, so that nobody takes them
 * all before anybody else has looked. In memory only, and under a key that is thrown away
 * with each window: afterwards nothing tells who asked. A whole company may have one address,
 * which is why the number is not one.
 *
 * @param address where a request comes from; the empty text where that cannot be told
 * @throws Refusal 'too-many-seats'
 */
export function countSeat(clock: Clock, assessment: string, address: string): void {
  const counts = countsNow(clock)
  const who = nameOf(assessment, address)
  const count = counts.get(who) ?? 0
  if (count >= mostSeatsInWindow || counts.size >= mostRemembered) {
    throw new Refusal('too-many-seats')
  }
  counts.set(who, count + 1)
}

/** A seat that was not taken after all does not count. */
export function uncountSeat(assessment: string, address: string): void {
  const who = nameOf(assessment, address)
  const count = window.counts.get(who) ?? 0
  if (count > 0) window.counts.set(who, count - 1)
}

function countsNow(clock: Clock): Map<string, number> {
  const now = clock.now().getTime()
  if (now >= window.until || now < window.until - windowMilliseconds) {
    window = { until: now + windowMilliseconds, key: randomBytes(32), counts: new Map() }
  }
  return window.counts
}

const nameOf = (assessment: string, address: string): string =>
  createHmac('sha256', window.key)
    .update(`${assessment} ${networkOf(address)}`)
    .digest('base64')

/** Of an address of version 6 the part that one line gets; the rest is chosen by whoever has it. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, '')
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain
}
