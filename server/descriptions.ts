import type { MiddlewareHandler } from 'hono'
import type { z } from 'zod'

/** What a door takes, or what it gives: the contracts it holds itself to. */
export type Description =
  | {
      readonly kind: 'takes'
      readonly target: 'json' | 'param' | 'query'
      readonly shape: z.ZodType
    }
  | {
      readonly kind: 'gives'
      readonly status: number
      /** null where nothing comes, or no JSON */
      readonly shape: z.ZodType | null
      /** the media type; null where nothing comes */
      readonly type: string | null
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

/** Says what a door replies: JSON of a contract, or with null nothing. */
export function gives(shape: z.ZodType | null, status = shape ? 200 : 204) {
  const type = shape && 'application/json'
  return describe(passThrough(), { kind: 'gives', status, shape, type })
}

/** Says that a door replies with a file. */
export function givesFile(type: string) {
  return describe(passThrough(), { kind: 'gives', status: 200, shape: null, type })
}

function passThrough(): MiddlewareHandler {
  return (_, next) => next()
}
