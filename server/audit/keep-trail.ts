import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes, routePath } from 'hono/route'
import type { Identified } from '../accounts/access.ts'
import type { Services } from '../services.ts'
import { beginAct, dropAct, finishAct } from './begin-act.ts'
import type { Action } from './contract.ts'
import type { Act } from './record-act.ts'
import { noticedDoors, recordedDoors } from './recorded-doors.ts'

type Reach = Pick<Services, 'db' | 'clock' | 'presence'>

/**
 * Puts on record what a request did. Stands around every door of the office, so that no use case
 * can forget it. What is to be on record is announced before the door opens, and takes its place
 * in the record once it has succeeded. A request that ends in an error of ours, and one whose
 * process ends, are on record as begun, with an outcome that nobody knows.
 */
export function keepTrail(services: Reach): MiddlewareHandler<Identified> {
  return async (c, next) => {
    const announced = announcedAt(c)
    const begun = announced ? await announce(services, c, announced) : null
    await next()
    if (await recordNoticed(services, c, begun)) return
    const act = actOf(c)
    const person = c.get('person')
    if (act && person) return finishAct(services, begun, person.organization.id, act)
    if (begun) await dropAct(services, begun, isOutcomeUnknown(c))
  }
}

/**
 * Not announced: signing in, as the cookie leaves once its entry is written, and nobody has
 * entered without it; and what is left out of the record where it is about few people, which is
 * known only afterwards.
 */
const unannounced: readonly Action[] = [
  'signed-in',
  'list-taken',
  'letters-sent',
  'envelopes-printed',
]

/** What somebody can do who is not signed in: all else is refused them. */
const byNobody: readonly Action[] = ['organization-set-up', 'joined', 'way-back-taken']

/** What a request is about to do, as far as it is to be on record. */
function announcedAt(c: Context<Identified>): Action | null {
  const doors = matchedRoutes(c).map(({ path }) => nameOf(c, path))
  const actions = doors.map((door) => recordedDoors[door] ?? noticedDoors[door])
  const action = actions.find((one) => one !== undefined)
  if (!action || unannounced.includes(action)) return null
  return c.get('person') || byNobody.includes(action) ? action : null
}

function announce(
  services: Reach,
  c: Context<Identified>,
  action: Action,
): Promise<string> {
  const person = c.get('person')
  return beginAct(services, {
    action,
    organization: person?.organization.id ?? null,
    by: person?.name ?? 'nobody signed in',
    role: person?.role ?? 'nobody',
    about: assessmentIn(c.req.path),
  })
}

/** @returns whether something was done by nobody who is signed in */
async function recordNoticed(
  services: Reach,
  c: Context<Identified>,
  begun: string | null,
): Promise<boolean> {
  const noticed = c.get('noticed')
  if (!noticed) return false
  const { what, organization, name } = noticed
  const seen = { action: what, by: 'nobody signed in', role: 'nobody', about: name }
  await finishAct(services, begun, organization.id, seen)
  return true
}

/** What was done, as it is put on record; null where nothing was, or nothing is to be. */
function actOf(c: Context<Identified>): Act | null {
  const action = recordedDoors[nameOf(c, routePath(c))]
  const [person, instead] = [c.get('person'), c.get('instead')]
  if (instead === 'nothing' || !action || !person || c.res.status >= 400) return null
  return {
    action: instead ?? action,
    by: person.name,
    role: person.role,
    about: c.get('subject') ?? assessmentIn(c.req.path),
  }
}

/** An error of ours, or of a ballot box out of reach, may have come in the middle. */
const isOutcomeUnknown = (c: Context): boolean => c.res.status >= 500

const nameOf = (c: Context, path: string): string =>
  `${c.req.method} ${path.replace(/\/$/, '')}`

/** The assessment an address is about, or nothing. */
function assessmentIn(path: string): string {
  return /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/.exec(path)?.[1] ?? ''
}
