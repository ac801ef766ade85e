import type { Answers } from '../questionnaire.ts'
import { type Bytes, toBigInt, utf8 } from './bytes.ts'
import { canonicalJson } from './canonical.ts'

const lengthBytes = 4

/** More was said than the envelope of this survey holds. */
export class AnswersTooLong extends RangeError {
  constructor(room: number, length: number) {
    super(`expected answers of at most ${room} bytes, got ${length}`)
    this.name = 'AnswersTooLong'
  }
}

/**
 * The answers as canonical JSON after its length, filled up with zeros: `size` bytes whatever
 * was said.
 *
 * @throws AnswersTooLong
 */
export function padAnswers(answers: Answers, size: number): Bytes {
  const text = utf8(canonicalJson(answers))
  const room = size - lengthBytes
  if (text.length > room) throw new AnswersTooLong(room, text.length)
  const padded = new Uint8Array(size)
  new DataView(padded.buffer).setUint32(0, text.length)
  padded.set(text, lengthBytes)
  return padded
}

/**
 * Reads what `padAnswers` wrote, and nothing else: one value has one form, so that nothing
 * can be hidden in the form.
 *
 * @returns plain data, not yet checked against a questionnaire; undefined for anything else
 */
export function unpadAnswers(padded: Uint8Array): unknown {
  const end = lengthBytes + Number(toBigInt(padded.subarray(0, lengthBytes)))
  if (end > padded.length || padded.subarray(end).some((byte) => byte !== 0)) return
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const text = decoder.decode(padded.subarray(lengthBytes, end))
    const answers: unknown = JSON.parse(text)
    return canonicalJson(answers) === text ? answers : undefined
  } catch {
    return
  }
}
