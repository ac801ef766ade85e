import type { Context } from 'hono'
import type { Services } from '../services.ts'
import { type Identified, personFrom } from './access.ts'

/** Hands the browser the cookies of a session, or those that end one. */
export function withCookies(c: Context, cookies: readonly string[]) {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
  return c.json({ done: true })
}

/** Hands the browser a new session; from here on the request is that of whom it belongs to. */
export async function enterWith(
  c: Context<Identified>,
  services: Services,
  cookies: readonly string[],
) {
  await rememberWho(c, services, cookies)
  return withCookies(c, cookies)
}

/** From here on the request is that of whom the cookies belong to. */
export async function rememberWho(
  c: Context<Identified>,
  services: Services,
  cookies: readonly string[],
): Promise<void> {
  const cookie = cookies.map((each) => each.split(';')[0]).join('; ')
  c.set('person', await personFrom(services, new Headers({ cookie })))
}
