import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Context, TypedResponse } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { validator } from 'hono/validator'
import type { z } from 'zod'
import type { Answers } from '#surveys/questionnaire.ts'
import type { ReadAnswers } from '#surveys/read-answers.ts'
import { describe, keepPromise } from './descriptions.ts'
import { Refusal } from './refusal.ts'

/** Parses what comes in, or refuses it naming what is wrong. Nothing passes unnamed. */
export function accept<
  Target extends 'json' | 'param' | 'query',
  Shape extends z.ZodType,
>(target: Target, shape: Shape) {
  const read = validator(target, (value): z.output<Shape> => {
    const parsed = shape.safeParse(value)
    if (parsed.success) return parsed.data
    throw new Refusal('malformed-request', parsed.error.issues.map(toProblem))
  })
  return describe(read, { kind: 'takes', target, shape })
}

const toProblem = (issue: z.core.$ZodIssue) => ({
  where: issue.path.map(String).join('.'),
  expected: issue.message,
})

/** Sends what the contract names and nothing else. */
export function reply<Shape extends z.ZodType, Status extends ContentfulStatusCode = 200>(
  c: Context,
  shape: Shape,
  value: z.input<Shape>,
  status?: Status,
) {
  keepPromise(c, shape)
  const body: z.output<Shape> = shape.parse(value)
  return c.json(body, status ?? 200)
}

declare const contract: unique symbol

/** JSON that was written by a contract, perhaps on another thread: bytes, ready to be sent. */
export type Written<Shape extends z.ZodType> = Uint8Array<ArrayBuffer> & {
  readonly [contract]: Shape
}

/** Writes what the contract names and nothing else, as `reply` does. */
export function write<Shape extends z.ZodType>(
  shape: Shape,
  value: z.input<Shape>,
): Written<Shape> {
  const text = JSON.stringify(shape.parse(value))
  return new TextEncoder().encode(text) as Written<Shape> // parsed by the shape just above
}

/** Sends what `write` made: the same reply, without the work. */
export function replyWritten<Shape extends z.ZodType>(
  c: Context,
  written: Written<Shape>,
): TypedResponse<z.output<Shape>, 200, 'json'> & Response {
  const response = c.body(written, 200, { 'content-type': 'application/json' })
  return response as typeof response & TypedResponse<z.output<Shape>, 200, 'json'> // by `write`
}

const step = 512

/**
 * Sends what the contract names, filled up with spaces to the next multiple of 512 bytes: how
 * long a name is does not show on the way.
 */
export function replySameSize<Shape extends z.ZodType>(
  c: Context,
  shape: Shape,
  value: z.input<Shape>,
) {
  keepPromise(c, shape)
  const text = JSON.stringify(shape.parse(value))
  const bytes = Buffer.byteLength(text)
  const filling = ' '.repeat(Math.ceil(bytes / step) * step - bytes)
  return c.body(text + filling, 200, { 'content-type': 'application/json' })
}

const compress = promisify(brotliCompress)
/** Most of what the highest would save, in a twentieth of its time. */
const compression = { [constants.BROTLI_PARAM_QUALITY]: 5 }

/**
 * Sends what everybody may read, and everybody fetches, in the fewest bytes the browser takes.
 * Not for what belongs to one person: its length would then tell what it says.
 *
 * @param text JSON
 */
export async function replyToAll(c: Context, text: string) {
  const headers = { 'content-type': 'application/json', vary: 'accept-encoding' }
  const takesBrotli = /\bbr\b/.test(c.req.header('accept-encoding') ?? '')
  if (!takesBrotli) return c.body(text, 200, headers)
  const body = new Uint8Array(await compress(text, { params: compression }))
  return c.body(body, 200, { ...headers, 'content-encoding': 'br' })
}

const mostProblems = 20

/** Reads the answers to a form, or refuses them naming each question that is wrong. */
export function acceptAnswers(
  readForm: (body: unknown) => ReadAnswers,
  body: unknown,
): Answers {
  const read = readForm(body)
  if (read.ok) return read.answers
  const problems = read.problems.map(({ item, expected }) => ({ where: item, expected }))
  throw new Refusal('malformed-answers', problems.slice(0, mostProblems))
}
