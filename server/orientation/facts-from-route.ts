import { z } from 'zod'
import type { Facts } from '#analysis/orientation/fact-fields.ts'
import { locales } from '#surveys/locale.ts'

/** How people reached the program, as it was kept before there were more facts than these. */
const Route = z.object({
  provider: z.string(),
  phone: z.string(),
  portal: z.string(),
  sessions: z.int(),
  family: z.boolean(),
})

const Kept = z.record(z.string(), z.string())

/** Facts as they are kept now, also from a form of before. Its hours were words: asked again. */
export function factsFromRoute(kept: unknown): Facts {
  const { data: route } = Route.safeParse(kept)
  if (!route) return Kept.parse(kept)
  const phones = locales.map((locale) => [`phone.${locale}`, route.phone])
  return {
    ...Object.fromEntries(phones),
    provider: route.provider,
    ...(route.portal ? { portal: route.portal } : {}),
    sessions: String(route.sessions),
    family: route.family ? 'yes' : 'no',
  }
}
