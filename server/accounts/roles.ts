import type { Role } from './contract.ts'

/** Each of these keeps the other two honest: nobody holds two of them. */
const workingRoles: readonly Role[] = ['organiser', 'employee-side', 'facilitator']

/** What a reply of the office can show, from what every colleague may see to what few may. */
export type Sight = 'colleagues' | 'plan' | 'delivery' | 'people-and-results'

/** Who may be shown what, whatever else they do. A provider is shown what they bring themselves. */
const shownTo: Readonly<Record<Sight, readonly Role[]>> = {
  colleagues: ['organiser', 'employee-side', 'administrator'],
  plan: ['organiser', 'employee-side', 'facilitator', 'administrator'],
  delivery: ['organiser', 'provider'],
  'people-and-results': ['organiser', 'employee-side', 'facilitator'],
}

/**
 * What the replies below an address show. The first that fits counts; what is not listed shows
 * the most, so that a new address is closed to whoever holds a second role, not open.
 */
const sights: readonly (readonly [RegExp, Sight])[] = [
  [/^\/api\/office\/(accounts|audit)\//, 'colleagues'],
  // How many lost their ballot: beside the logs an administrator has, that could tell who.
  [/^\/api\/office\/registrar\/[^/]+\/wishes/, 'people-and-results'],
  [/^\/api\/office\/deliveries(\/|$)/, 'delivery'],
  [/^\/api\/office\/(assessments|registrar|trustees|jobs)(\/|$)/, 'plan'],
]

/** @param path of a request, as it came */
export function sightOf(path: string): Sight {
  return sights.find(([pattern]) => pattern.test(path))?.[1] ?? 'people-and-results'
}

/**
 * Whether somebody with these roles may be shown something: only when each of the roles alone
 * may. A second role takes away, and never adds to, what a person sees.
 */
export function maySee(roles: readonly Role[], sight: Sight): boolean {
  return roles.every((role) => shownTo[sight].includes(role))
}

/** @returns the role somebody works in: their one working role, or else the first they hold */
export function mainRole(roles: readonly Role[]): Role | undefined {
  return roles.find((role) => workingRoles.includes(role)) ?? roles[0]
}

/** Whether one person may hold all of these. */
export function goTogether(roles: readonly Role[]): boolean {
  return roles.filter((role) => workingRoles.includes(role)).length <= 1
}
