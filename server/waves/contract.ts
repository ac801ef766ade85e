import { z } from 'zod'
import { locales } from '#surveys/locale.ts'
import { moduleIds } from '#surveys/optional-modules.ts'
import { AssessmentId } from '../assessments/contract.ts'

const Neighbour = z.object({ id: AssessmentId, name: z.string() })

/** What the next wave would take over, and when there should be one. */
export const NextWave = z.object({
  /** the next wave, where there is one */
  followedBy: Neighbour.nullable(),
  /** before this day people have hardly had time to notice anything */
  earliest: z.iso.date(),
  tooSoon: z.boolean(),
  takesOver: z.object({
    units: z.int(),
    people: z.int(),
    languages: z.array(z.enum(locales)).readonly(),
    modules: z.array(z.enum(moduleIds)).readonly(),
    /** modules of the earlier survey for which there is no room */
    leftOut: z.array(z.enum(moduleIds)).readonly(),
    ownQuestions: z.int(),
    contacts: z.int(),
  }),
})
export type NextWave = z.infer<typeof NextWave>

export const PlanNext = z.object({
  name: z.string().trim().min(1).max(100),
  /** it is known that less than ten months have passed */
  knowing: z.boolean().default(false),
})
export type PlanNext = z.infer<typeof PlanNext>

const Unit = z.object({
  id: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  headcount: z.int(),
})

/** The units of two surveys side by side. */
export const UnitPairs = z.object({
  earlier: Neighbour,
  /** units of the earlier survey, to choose from */
  units: z.array(Unit).readonly(),
  pairs: z
    .array(
      z.object({
        identity: z.enum(['same', 'renamed', 'changed', 'new', 'gone']),
        before: Unit.nullable(),
        after: Unit.nullable(),
        because: z.enum(['said', 'parts', 'headcount']).nullable(),
        moved: z.boolean(),
        said: z.object({ by: z.string(), on: z.iso.date() }).nullable(),
      }),
    )
    .readonly(),
  /** as long as the plan is not frozen */
  canChange: z.boolean(),
})
export type UnitPairs = z.infer<typeof UnitPairs>

/** Which unit of the earlier survey had the same people: one, none, or as it follows by itself. */
export const SayOfUnit = z.object({
  unit: z.string().max(2_000),
  same: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('unit'), unit: z.string().max(2_000) }),
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('by-itself') }),
  ]),
})
export type SayOfUnit = z.infer<typeof SayOfUnit>
