import { fromBase64url, toBase64url } from './bytes.ts'
import { leadingZeros } from './leading-zeros.ts'

/**
 * What a crowded door asks of everybody alike before it lets in: to find numbers with which the
 * challenge hashes to zeros. It takes a few hundred milliseconds on a slow phone, and tells
 * nothing about who found them.
 */

/** Many small searches take more nearly the same time for all than one large one. */
const searches = 16
const counterBytes = 4

/** A challenge begins with how many zeros it asks for. For more than this no page works. */
const mostZeros = 14
const longest = 40
/** A few milliseconds; browsers make every pause four of them long. */
const attemptsInTurn = 4_000

/**
 * Does the work of a challenge, a few milliseconds at a time.
 *
 * @param challenge as the door gave it
 * @param pause lets the page do something else
 * @returns what to show at the door; null for a challenge that asks for too much, or is none
 */
export async function doWork(
  challenge: string,
  pause: () => Promise<void>,
): Promise<string | null> {
  const bytes = readChallenge(challenge)
  if (!bytes) return null
  const found = new DataView(new ArrayBuffer(searches * counterBytes))
  for (let search = 0; search < searches; search += 1) {
    const question = aQuestion(bytes, search)
    let counter = 0
    while (!isFound(question, counter)) {
      counter += 1
      if (counter % attemptsInTurn === 0) await pause()
    }
    found.setUint32(search * counterBytes, counter)
  }
  return toBase64url(new Uint8Array(found.buffer))
}

/** Whether the work of a challenge was done. Whose challenge it is, its door must know. */
export function isDone(challenge: string, work: string): boolean {
  const bytes = readChallenge(challenge)
  const found = fromBase64url(work)
  if (!bytes || found?.length !== searches * counterBytes) return false
  const view = new DataView(found.buffer)
  return Array.from({ length: searches }, (_, search) => search).every((search) =>
    isFound(aQuestion(bytes, search), view.getUint32(search * counterBytes)),
  )
}

function readChallenge(challenge: string): Uint8Array | null {
  const bytes = fromBase64url(challenge)
  if (!bytes || bytes.length === 0 || bytes.length > longest) return null
  return (bytes[0] ?? 0) <= mostZeros ? bytes : null
}

/** What is hashed: the challenge, which search it is, and the number that is looked for. */
interface Question {
  readonly message: Uint8Array
  readonly counter: DataView
  readonly zeros: number
}

function aQuestion(challenge: Uint8Array, search: number): Question {
  const message = new Uint8Array(challenge.length + 1 + counterBytes)
  message.set(challenge)
  message[challenge.length] = search
  const counter = new DataView(message.buffer, challenge.length + 1)
  return { message, counter, zeros: challenge[0] ?? 0 }
}

function isFound({ message, counter, zeros }: Question, number: number): boolean {
  counter.setUint32(0, number)
  return leadingZeros(message) >= zeros
}
