import { z } from 'zod'

export const JobId = z.uuid().brand<'JobId'>()
export type JobId = z.infer<typeof JobId>

export const ByJob = z.object({ job: JobId })

/** Long work that goes on while the page is left: how far it is, and how it ended. */
export const Job = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('running'),
    id: JobId,
    /** 0–1 */
    done: z.number(),
    /** the key of what is being done */
    step: z.string(),
  }),
  z.object({ state: z.literal('finished'), id: JobId }),
  z.object({ state: z.literal('failed'), id: JobId, code: z.string() }),
])
export type Job = z.infer<typeof Job>
