import type { Context, MiddlewareHandler } from 'hono'
import type { z } from 'zod'

/** What a door takes, or what it gives: the contracts it holds itself to. */
export type Description =
  | {
      readonly kind: 'takes'
      readonly target: 'json' | 'param' | 'query'
      readonly shape: z.ZodType
    }
  | Gives

interface Gives {
  readonly kind: 'gives'
  readonly status: number
  /** null where nothing comes, or no JSON */
  readonly shape: z.ZodType | null
  /** the media types it may have; none where nothing comes */
  readonly types: readonly string[]
}

/** Beside the handlers, not in them: what a door says of itself costs a request nothing. */
const descriptions = new WeakMap<object, Description>()

/** Notes what a handler holds itself to. */
export function describe<Handler extends object>(
  handler: Handler,
  description: Description,
): Handler {
  descriptions.set(handler, description)
  return handler
}

export function descriptionOf(handler: object): Description | undefined {
  return descriptions.get(handler)
}

/** What the door of a request said that it gives. */
const promises = new WeakMap<Context, z.ZodType>()

/** Says that a door replies with JSON of a contract. It can send no other from then on. */
export function gives(shape: z.ZodType, status = 200): MiddlewareHandler {
  const promise: MiddlewareHandler = (c, next) => {
    promises.set(c, shape)
    return next()
  }
  return describe(promise, { kind: 'gives', status, shape, types: ['application/json'] })
}

/**
 * Holds a door to its word.
 *
 * @throws Error when the door said that it gives something else, or said nothing
 */
export function keepPromise(c: Context, shape: z.ZodType): void {
  if (promises.get(c) === shape) return
  throw new Error(`${c.req.method} ${c.req.path} sends what it does not say it gives`)
}

/** Says that a door replies with a file, of one of these media types. */
export function givesFile(...media: readonly string[]): MiddlewareHandler {
  const types = media.map((type) => type.replace(/;.*/, ''))
  return describe(passThrough(), { kind: 'gives', status: 200, shape: null, types })
}

/** Says that a door does what it is asked to, and has nothing to tell. */
export function givesNothing(status: 202 | 204 | 302 = 204): MiddlewareHandler {
  return describe(passThrough(), { kind: 'gives', status, shape: null, types: [] })
}

function passThrough(): MiddlewareHandler {
  return (_, next) => next()
}
