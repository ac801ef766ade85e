import { z } from 'zod'

export const FocusGroupId = z.uuid().brand<'FocusGroupId'>()
export type FocusGroupId = z.infer<typeof FocusGroupId>

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2026-11')

export const NewSession = z.object({
  month: Month,
  /** checked against the intake form */
  answers: z.record(z.string(), z.unknown()),
})
export type NewSession = z.infer<typeof NewSession>

/** A session as the list shows it; themes are read over all groups only. */
export const FocusGroupSession = z.object({
  id: FocusGroupId,
  month: Month,
  participants: z.int(),
  /** at least four people: smaller ones are kept as conversations */
  counted: z.boolean(),
})
export type FocusGroupSession = z.infer<typeof FocusGroupSession>

export const FocusGroupSessions = z.array(FocusGroupSession).readonly()
