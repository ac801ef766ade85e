import { z } from 'zod'
import { locales } from '#surveys/locale.ts'

export const PaperChoice = z.object({
  id: z.uuid(),
  /** to print and sign, or text to go on writing in */
  form: z.enum(['pdf', 'txt']),
  locale: z.enum(locales),
})
