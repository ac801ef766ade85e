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

/** One of the two sides: sees the assessment, and decides about it. */
export type Member = Organiser | EmployeeSide

/** Holds focus groups and interviews, and codes what was said; sees nothing else. */
export type Facilitator = Person & { readonly role: 'facilitator' }

export type SignedIn = Member | Facilitator

/** Who is asking, for every route behind it. */
export interface Identified {
  Variables: { person: SignedIn | null }
}

/** Looks up who is signed in, once a request. */
export function identify(services: Services): MiddlewareHandler<Identified> {
  return async (c, next) => {
    c.set('person', await personFrom(services, c.req.raw.headers))
    await next()
  }
}

export async function personFrom(
  { authentication, db }: Pick<Services, 'authentication' | 'db'>,
  headers: Headers,
): Promise<SignedIn | null> {
  const userId = await authentication.userOf(headers)
  if (userId === null) return null
  const membership = await findMembership(db, userId)
  return membership ? (membership as SignedIn) : null
}

/**
 * Whoever is signed in, for what both sides and facilitators may see.
 *
 * @throws Refusal when nobody is signed in
 */
export function signedInOf(c: Context<Identified>): SignedIn {
  const person = c.get('person')
  if (!person) throw new Refusal('sign-in-first')
  return person
}

/** @throws Refusal when nobody of the two sides is signed in */
export function memberOf(c: Context<Identified>): Member {
  const person = signedInOf(c)
  if (person.role === 'facilitator') throw new Refusal('members-only')
  return person
}

/** @throws Refusal when the person signed in is no facilitator */
export function facilitatorOf(c: Context<Identified>): Facilitator {
  const person = signedInOf(c)
  if (person.role !== 'facilitator') throw new Refusal('facilitators-only')
  return person
}

/** @throws Refusal when the person signed in is not an organiser */
export function organiserOf(c: Context<Identified>): Organiser {
  const person = signedInOf(c)
  if (person.role !== 'organiser') throw new Refusal('organisers-only')
  return person
}

/** @throws Refusal when the person signed in does not speak for the employees */
export function employeeSideOf(c: Context<Identified>): EmployeeSide {
  const person = signedInOf(c)
  if (person.role !== 'employee-side') throw new Refusal('employee-side-only')
  return person
}
