import { z } from 'zod'

/**
 * What is sent to cast, to check and to withdraw: which survey, and the rest sealed to the
 * ballot box (`box-message.ts`), base64url. In one survey every cast has one length, and
 * every claim another.
 */
export const Sealed = z.object({
  assessment: z.uuid(),
  sealed: z.string().max(120_000),
  /** done for a crowded door */
  work: z.string().max(200).optional(),
})
export type Sealed = z.infer<typeof Sealed>

/** Whether a ballot is in the box. */
export const Held = z.object({ held: z.boolean() })

export const AtBox = z.object({ assessment: z.uuid() })

/** Whether ballots are taken: not yet, now, or no more. */
export const BoxState = z.object({ state: z.enum(['waiting', 'open', 'closed']) })
