import { z } from 'zod'
import { minutesOfGroup } from '#surveys/focus-group-guide.ts'
import { locales } from '#surveys/locale.ts'

export const PaperKind = z.enum([
  'invitation',
  'consent',
  'guide',
  'cards',
  'rules',
  'distress',
])
export type PaperKind = z.infer<typeof PaperKind>

export const GroupPaperChoice = z.object({
  id: z.uuid(),
  kind: PaperKind,
  /** to print, or text to go on writing in */
  form: z.enum(['pdf', 'txt']),
  locale: z.enum(locales),
})

/** How long the group is that a guide or a form of consent is for. */
export const GroupLength = z.object({
  minutes: z.coerce
    .number()
    .int()
    .min(minutesOfGroup.shortest)
    .max(minutesOfGroup.longest)
    .default(minutesOfGroup.usual),
})
