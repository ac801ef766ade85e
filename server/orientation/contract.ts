import { z } from 'zod'
import { locales } from '#surveys/locale.ts'

/** How people reach the program: everything that introduces it is printed from this. */
export const AccessRoute = z.object({
  /** who runs the service */
  provider: z.string().trim().min(1).max(100),
  phone: z.string().trim().min(3).max(40),
  /** an address to open in a browser; may be empty */
  portal: z.string().trim().max(200),
  /** when somebody answers, e.g. "Mon–Fri 8–20; crisis line always" */
  hours: z.string().trim().min(1).max(100),
  /** talks that are free for each person and year */
  sessions: z.int().min(1).max(50),
  /** the immediate family may use it too */
  family: z.boolean(),
})
export type AccessRoute = z.infer<typeof AccessRoute>

export const Orientation = z.object({
  route: AccessRoute.nullable(),
  /** the program is adopted and the route is known */
  ready: z.boolean(),
})
export type Orientation = z.infer<typeof Orientation>

export const MaterialKind = z.enum(['slides', 'handout'])
export type MaterialKind = z.infer<typeof MaterialKind>

export const MaterialChoice = z.object({
  id: z.uuid(),
  kind: MaterialKind,
  locale: z.enum(locales),
})
