import { z } from 'zod'
import { locales } from '#surveys/locale.ts'

const recorded = {
  locale: z.enum(locales),
  /** who examined it */
  by: z.string().trim().min(1).max(120),
  on: z.iso.date(),
  note: z.string().trim().max(500),
}

/** A check of the questions in one language. */
export const Examination = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('pilot'),
    ...recorded,
    /** how many people took part */
    people: z.int().min(1).max(1_000_000),
    /** missing answers, floor and ceiling, and reliability were as planned */
    held: z.boolean(),
  }),
  z.object({ kind: z.literal('translation'), ...recorded }),
])
export type Examination = z.infer<typeof Examination>

export const Examinations = z.object({ examinations: z.array(Examination).readonly() })
export type Examinations = z.infer<typeof Examinations>

export const OfKind = z.object({
  locale: z.enum(locales),
  kind: z.enum(['pilot', 'translation']),
})
export type OfKind = z.infer<typeof OfKind>
