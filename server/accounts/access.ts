import type { Context, MiddlewareHandler } from 'hono'
import { Refusal, type RefusalCode } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Organization, Role } from './contract.ts'
import { mainRole, maySee, type Sight, sightOf } from './roles.ts'
import { findMembership, type Membership } from './store.ts'

declare const granted: unique symbol

interface Person {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly organization: Organization
  /** all of them; what they show together is the least of what each shows */
  readonly roles: readonly Role[]
  readonly secondFactor: Membership['secondFactor']
  /** no work before a second factor is set up: the organization's rule */
  readonly needsSecondFactor: boolean
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

/** Runs the system: sees who works here and what was done, and no result. */
export type Administrator = Person & { readonly role: 'administrator' }

/** Delivers the program. Sees what everybody may read. */
export type Provider = Person & { readonly role: 'provider' }

/** Tells what the program did: the provider, or the organiser in their place. */
export type Deliverer = Organiser | Provider

/** Whoever works with an assessment. */
export type SignedIn = Member | Facilitator

/** Whoever has an account, working with an assessment or not. */
export type Somebody = SignedIn | Administrator | Provider

/** Who is asking, for every route behind it. */
export interface Identified {
  Variables: {
    person: Somebody | null
    /** something about an account that nobody signed in did */
    noticed: Noticed | undefined
    /** what stands on record in place of what the door is for */
    instead: 'joined' | 'nothing' | undefined
    /** whom or what the request was about, for the record */
    subject: string | undefined
  }
}

/** What happened to an account by nobody who is signed in. */
export interface Noticed {
  readonly what: 'sign-in-slowed' | 'codes-slowed' | 'way-back-taken'
  readonly organization: Organization
  readonly name: string
}

/** Looks up who is signed in, once a request. */
export function identify(services: Services): MiddlewareHandler<Identified> {
  return async (c, next) => {
    c.set('person', await personFrom(services, c.req.raw.headers))
    await next()
  }
}

export async function personFrom(
  { authentication, db, clock }: Pick<Services, 'authentication' | 'db' | 'clock'>,
  headers: Headers,
): Promise<Somebody | null> {
  const userId = await authentication.userOf(headers)
  if (userId === null) return null
  const membership = await findMembership(db, userId)
  const role = mainRole(membership?.roles ?? [])
  if (!membership || !role) return null
  const { secondFactorFrom, secondFactor } = membership
  const isDue =
    secondFactorFrom !== null &&
    secondFactorFrom <= clock.now().toISOString().slice(0, 10)
  const person: Omit<Somebody, typeof granted> = {
    ...membership,
    role,
    needsSecondFactor: isDue && secondFactor === 'off',
  }
  return person as Somebody // granted here, and nowhere else
}

/**
 * Whoever has an account here, for their own account.
 *
 * @throws Refusal when nobody is signed in
 */
export function accountOf(c: Context<Identified>): Somebody {
  const person = c.get('person')
  if (!person) throw new Refusal('sign-in-first')
  return person
}

/**
 * Whoever works with an assessment, for what both sides and facilitators may see.
 *
 * @throws Refusal when nobody is signed in, or somebody who does not
 */
export function signedInOf(c: Context<Identified>): SignedIn {
  return inRole(c, ['organiser', 'employee-side', 'facilitator'], 'members-only')
}

/** @throws Refusal when nobody of the two sides is signed in */
export function memberOf(c: Context<Identified>): Member {
  return inRole(c, ['organiser', 'employee-side'], 'members-only')
}

/** @throws Refusal when the person signed in is no facilitator */
export function facilitatorOf(c: Context<Identified>): Facilitator {
  return inRole(c, ['facilitator'], 'facilitators-only')
}

/** @throws Refusal when the person signed in is not an organiser */
export function organiserOf(c: Context<Identified>): Organiser {
  return inRole(c, ['organiser'], 'organisers-only')
}

/** @throws Refusal when the person signed in neither delivers the program nor plans it */
export function delivererOf(c: Context<Identified>): Deliverer {
  return inRole(c, ['organiser', 'provider'], 'deliverers-only')
}

/** @throws Refusal when the person signed in does not speak for the employees */
export function employeeSideOf(c: Context<Identified>): EmployeeSide {
  return inRole(c, ['employee-side'], 'employee-side-only')
}

/**
 * One of the two sides, or an administrator: for who works here.
 *
 * @throws Refusal when the person signed in is none of them
 */
export function colleagueOf(c: Context<Identified>): Member | Administrator {
  return inRole(c, ['organiser', 'employee-side', 'administrator'], 'members-only')
}

function inRole<As extends Role>(
  c: Context<Identified>,
  roles: readonly As[],
  otherwise: RefusalCode,
): Extract<Somebody, { readonly role: As }> {
  const person = accountOf(c)
  if (!roles.some((role) => role === person.role)) throw new Refusal(otherwise)
  const sight: Sight = sightOf(c.req.path)
  if (!maySee(person.roles, sight)) throw new Refusal('stricter-role')
  if (person.needsSecondFactor) throw new Refusal('second-factor-needed')
  return person as Extract<Somebody, { readonly role: As }> // of one of the roles, as just seen
}
