import { z } from 'zod'
import { groupPurposes, stopRules } from '#surveys/focus-group-guide.ts'
import { locales } from '#surveys/locale.ts'
import { Study } from '../assessments/contract.ts'

export const GroupSessionId = z.uuid().brand<'GroupSessionId'>()
export type GroupSessionId = z.infer<typeof GroupSessionId>

export const OfSession = z.object({ id: Study.shape.id, session: GroupSessionId })

/** One way; a session that was invited to and does not take place is cancelled instead. */
export const SessionState = z.enum([
  'planned',
  'invited',
  'held',
  'coded',
  'verified',
  'locked',
  'cancelled',
])
export type SessionState = z.infer<typeof SessionState>

const TypeName = z.string().trim().min(1).max(40)

/** What the groups of one assessment are for, and how many there are to be. */
export const GroupStudy = z.object({
  purposes: z.array(z.enum(groupPurposes)).min(1).readonly(),
  /** who sits together, in the organization's own words */
  types: z.array(TypeName).min(1).max(8).readonly(),
  plannedGroups: z.int().min(1).max(24),
  stopRule: z.enum(stopRules),
  languages: z.array(z.enum(locales)).min(1).readonly(),
})
export type GroupStudy = z.infer<typeof GroupStudy>

export const NewStudy = GroupStudy.extend({
  /** whoever plans has checked that no type holds leaders together with those they lead */
  powerApart: z.boolean(),
})
export type NewStudy = z.infer<typeof NewStudy>

/** What must be true of everybody in the room; without all three no group is held. */
export const PowerCheck = z.object({
  nobodyLeads: z.boolean(),
  noObserver: z.boolean(),
  noRelatives: z.boolean(),
})
export type PowerCheck = z.infer<typeof PowerCheck>

const planned = {
  type: TypeName,
  day: z.iso.date(),
  /** by the clock on the wall there */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 14:30'),
  minutes: z.int(),
  mode: z.enum(['onsite', 'online']),
  /** a room, or the link of an online group */
  place: z.string().trim().min(1).max(200),
  language: z.enum(locales),
  noteTaker: z.boolean(),
  seats: z.int(),
}

export const PlanSession = z.object({
  ...planned,
  /** the facilitator's account */
  facilitator: z.string().max(100),
  powerCheck: PowerCheck,
})
export type PlanSession = z.infer<typeof PlanSession>

export const HoldSession = z.object({ powerCheck: PowerCheck })

const Person = z.object({ id: z.string(), name: z.string() })

export const GroupSession = z.object({
  ...planned,
  id: GroupSessionId,
  state: SessionState,
  facilitator: Person,
})
export type GroupSession = z.infer<typeof GroupSession>

/** A facilitator as both sides see them: whether they signed, and what. */
const Facilitator = Person.extend({
  /** null where nothing, or an earlier version, was signed */
  conduct: z.object({ name: z.string(), on: z.iso.date(), version: z.int() }).nullable(),
})
export type Facilitator = z.infer<typeof Facilitator>

/** Everything about the groups of one assessment but who has a seat. */
export const GroupsOfAssessment = z.object({
  assessment: Study,
  /** null until the organiser has planned it */
  study: GroupStudy.nullable(),
  fewestGroups: z.int(),
  sessions: z.array(GroupSession).readonly(),
  facilitators: z.array(Facilitator).readonly(),
  /** the facilitator who asks; null for the two sides */
  me: z.string().nullable(),
})
export type GroupsOfAssessment = z.infer<typeof GroupsOfAssessment>

export const SignConduct = z.object({
  /** every competence, ticked or not: a refusal names what is missing */
  competences: z.array(z.string().max(40)).max(20).readonly(),
  name: z.string().trim().min(2).max(100),
  version: z.int(),
})
export type SignConduct = z.infer<typeof SignConduct>

/** What a facilitator has signed. */
export const Readiness = z.object({ conduct: Facilitator.shape.conduct })
export type Readiness = z.infer<typeof Readiness>
