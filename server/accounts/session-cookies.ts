import type { Context } from 'hono'
import { reply } from '../doors.ts'
import type { Services } from '../services.ts'
import { type Identified, personFrom } from './access.ts'
import { Done } from './contract.ts'

/** Hands the browser the cookies of a session, or those that end one, with whatever is replied. */
export function handOver(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}

/** Hands the browser cookies, and no more is to be said. */
export function withCookies(c: Context, cookies: readonly string[]) {
  handOver(c, cookies)
  return reply(c, Done, { done: true })
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
