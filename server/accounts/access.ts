import type { Context, MiddlewareHandler } from 'hono'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Organization } from './contract.ts'
import { findMembership } from './store.ts'

declare const granted: unique symbol

interface Person {
  readonly userId: string
  readonly name: string
  readonly organization: Organization
  readonly [granted]: true
}

/** Plans and runs assessments. Only this file makes one, from a session. */
export type Organiser = Person & { readonly role: 'organiser' }

/** Speaks for the employees: approves before anything is asked, sees every result. */
export type EmployeeSide = Person & { readonly role: 'employee-side' }

export type Member = Organiser | EmployeeSide

/** Who is asking, for every route behind it. */
export interface Identified {
  Variables: { member: Member | null }
}

/** Looks up who is signed in, once a request. */
export function identify(services: Services): MiddlewareHandler<Identified> {
  return async (c, next) => {
    c.set('member', await memberFrom(services, c.req.raw.headers))
    await next()
  }
}

export async function memberFrom(
  { authentication, db }: Pick<Services, 'authentication' | 'db'>,
  headers: Headers,
): Promise<Member | null> {
  const userId = await authentication.userOf(headers)
  if (userId === null) return null
  const membership = await findMembership(db, userId)
  return membership ? (membership as Member) : null
}

/** @throws Refusal when nobody is signed in */
export function memberOf(c: Context<Identified>): Member {
  const member = c.get('member')
  if (!member) throw new Refusal('sign-in-first')
  return member
}

/** @throws Refusal when the person signed in is not an organiser */
export function organiserOf(c: Context<Identified>): Organiser {
  const member = memberOf(c)
  if (member.role !== 'organiser') throw new Refusal('organisers-only')
  return member
}

/** @throws Refusal when the person signed in does not speak for the employees */
export function employeeSideOf(c: Context<Identified>): EmployeeSide {
  const member = memberOf(c)
  if (member.role !== 'employee-side') throw new Refusal('employee-side-only')
  return member
}
