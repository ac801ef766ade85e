import { core } from './catalogue.ts'
import { type ConstructId, constructOf } from './constructs.ts'
import { groupTopics } from './focus-group-form.ts'
import { itemsOf } from './questionnaire.ts'

/**
 * How a focus group is planned and held. What is said stands in the texts under these names,
 * in five languages and in words of our own.
 */

/** What a study of groups is for. Chosen from a list, so that every language can print it. */
export const groupPurposes = [
  'causes',
  'own-topics',
  'priorities',
  'improvements',
  'explain-survey',
] as const

/** When there have been enough groups. */
export const stopRules = ['nothing-new', 'as-planned'] as const

/** Fewer than three groups miss themes that most people would name; */
const fewestGroups = 3
/** in a small organization two do, with talks beside them. */
const fewestInSmall = 2
const smallOrganization = 60

/** @param people head count of the organization */
export function fewestGroupsFor(people: number): number {
  return people < smallOrganization ? fewestInSmall : fewestGroups
}

/** Seats of one group. Of fewer than four it is no group; more than twelve do not all get to speak. */
export const seatsOfGroup = { fewest: 4, suggested: [5, 8], most: 12 } as const

/** How long a group may take, in minutes. */
export const minutesOfGroup = { shortest: 60, usual: 90, longest: 120 } as const

/** The route of questions, from easy to hard and back, and its part of ninety minutes. */
const route = [
  { id: 'opening', minutes: 12 },
  { id: 'introduction', minutes: 8 },
  { id: 'transition', minutes: 10 },
  { id: 'cards', minutes: 18 },
  { id: 'work', minutes: 14 },
  { id: 'help', minutes: 12 },
  { id: 'trust', minutes: 7 },
  { id: 'ending', minutes: 6 },
  { id: 'debrief', minutes: 3 },
] as const

export type RouteQuestion = (typeof route)[number]['id']

export interface TimedQuestion {
  readonly id: RouteQuestion
  /** whole */
  readonly minutes: number
}

/**
 * The route with its minutes, which add up to the length of the group: each question gets its
 * share of the time in whole minutes, and what rounding leaves goes to the largest remainders.
 *
 * @param minutes of the whole group
 * @throws RangeError for a length that no group may have
 */
export function timedRoute(minutes: number): readonly TimedQuestion[] {
  const { shortest, longest } = minutesOfGroup
  if (!Number.isInteger(minutes) || minutes < shortest || minutes > longest) {
    throw new RangeError(
      `a group takes ${shortest} to ${longest} minutes, got ${minutes}`,
    )
  }
  const all = route.reduce((sum, question) => sum + question.minutes, 0)
  const shares = route.map((question) => (question.minutes * minutes) / all)
  const given = shares.map(Math.floor)
  const left = minutes - given.reduce((sum, share) => sum + share, 0)
  const remainder = (index: number): number => (shares[index] ?? 0) - (given[index] ?? 0)
  const luckiest = route
    .map((_, index) => index)
    .toSorted((a, b) => remainder(b) - remainder(a) || a - b)
    .slice(0, left)
  return route.map(({ id }, index) => ({
    id,
    minutes: (given[index] ?? 0) + (luckiest.includes(index) ? 1 : 0),
  }))
}

export const groundRules = [
  'one-at-a-time',
  'no-names',
  'stays-here',
  'may-pass',
  'disagree',
  'phones',
] as const

/** What is done when somebody is in distress. */
export const distressSteps = [
  'pause',
  'offer',
  'accompany',
  'contacts',
  'note',
  'after',
] as const

/** What a facilitator has to be able to do, and says of themselves. */
export const competences = [
  'neutral',
  'groups',
  'confidential',
  'distress',
  'no-dual-role',
  'language',
] as const

/** What a facilitator signs. A change of its words is a new version, to be signed anew. */
export const conductVersion = 1
export const conductRules = [
  'nobody-learns',
  'no-notes-of-names',
  'no-report-of-one-group',
  'stop',
  'independent',
  'destroy',
] as const

/** What is confirmed before a group is held: who is in the room has no power over the others. */
export const powerChecks = ['nobody-leads', 'no-observer', 'no-relatives'] as const

/** What to listen for before there are results. */
export interface OpenTopics {
  /** asked by no question, or published of large organizations only */
  readonly unshown: readonly ConstructId[]
  /** a survey gives a number without its reason, and managers do not see them */
  readonly unexplained: readonly ConstructId[]
  /** to be heard when they come up, and never asked about: silence among colleagues says nothing */
  readonly sensitive: readonly ConstructId[]
}

/** What the survey leaves open by what it asks and may publish: the same in every organization. */
export function openTopics(): OpenTopics {
  const asked = new Set(itemsOf(core).flatMap(({ construct }) => construct ?? []))
  const isUnshown = (id: ConstructId) => !asked.has(id) || constructOf(id).rare
  const spoken = groupTopics.filter((id) => !constructOf(id).sensitive)
  return {
    unshown: spoken.filter(isUnshown),
    unexplained: spoken.filter(
      (id) => !isUnshown(id) && !constructOf(id).managerObservable,
    ),
    sensitive: groupTopics.filter((id) => constructOf(id).sensitive),
  }
}

/**
 * Whether a group of people is named as leaders together with those they lead, as in
 * "managers and drivers". A help for whoever plans; what holds is what they confirm.
 */
export function mixesPower(name: string): boolean {
  return leaders.test(name) && together.test(name)
}

const leaders =
  /(?<!\p{L})(managers?|supervisors?|team ?leaders?|heads?|bosses|directors?|chef(?:er|erna)?|ledare|arbetsledare|leder(?:e|ne)?|arbeidsledere?|sjef(?:er|ene)?|leidinggevenden?|chefs|bazen|teamleiders?|[sșş]efi?i?|conducători(?:i)?|manageri(?:i)?|directori(?:i)?)(?!\p{L})/iu
const together =
  /[+&/]|(?<!\p{L})(with|and|plus|med|och|og|samt|met|en|cu|[sșş]i)(?!\p{L})/iu
