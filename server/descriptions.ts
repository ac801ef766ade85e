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
