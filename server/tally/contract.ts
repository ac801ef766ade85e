import { z } from 'zod'

/** A response rate as it may be read: a band in percent, or three steps for a small unit. */
export const RateBand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('band'), from: z.number(), to: z.number() }),
  z.object({
    kind: z.literal('step'),
    step: z.enum(['below-half', 'about-half', 'above-half']),
  }),
  z.object({ kind: z.literal('hidden') }),
  z.object({ kind: z.literal('unknown') }),
])

/** How many answered while the survey is open: counted once a day, in bands. */
export const Participation = z.object({
  /** the day of the last count; null before the first */
  countedOn: z.iso.date().nullable(),
  organization: RateBand,
  units: z.record(z.string(), RateBand),
})
export type Participation = z.infer<typeof Participation>
