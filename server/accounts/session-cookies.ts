import type { Context } from 'hono'

/** Hands the browser the cookies of a session, or those that end one. */
export function withCookies(c: Context, cookies: readonly string[]) {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
  return c.json({ done: true })
}
