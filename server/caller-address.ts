import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { isLoopback } from './read-setting.ts'

/**
 * Where a request comes from, for the pace of taking seats alone: it is kept nowhere. Only a
 * proxy on this machine is believed when it says for whom it asks: whoever else writes that
 * header writes what they like.
 *
 * @returns the empty text where it cannot be told
 */
export function callerAddress(c: Context): string {
  if (!Object(c.env).incoming) return ''
  const { address = '' } = getConnInfo(c).remote
  const forwarded = c.req.header('x-forwarded-for')
  if (!forwarded || !isLoopback(address.replace(/^::ffff:/, ''))) return address
  return forwarded.split(',').at(-1)?.trim() ?? address
}
