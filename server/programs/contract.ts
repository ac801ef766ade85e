import { z } from 'zod'
import { explanationParts } from '#analysis/report/explanation-parts.ts'
import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import { locales } from '#surveys/locale.ts'
import { ReleasedGroup } from '../results/contract.ts'
import {
  Answered,
  AnyTier,
  Budgeted,
  Choice,
  Component,
  Decided,
  GateAnswer,
  KeptBudget,
  mostBudget,
  Owned,
  Ownership,
  Remark,
  Remarked,
  Review,
  Reviewed,
  SetTier,
  TierSet,
} from './log/contract.ts'

const Construct = z.enum(constructIds as [ConstructId, ...ConstructId[]])

const Interval = z.object({ low: z.number(), high: z.number() })

const Rule = z.enum([
  'R1',
  'R2',
  'R3',
  'R3b',
  'R4',
  'R5',
  'R6',
  'R7',
  'R8',
  'R9',
  'R10',
  'R11',
])

const Recommendation = z.object({
  component: Component,
  tier: AnyTier,
  priority: z.number(),
  interval: Interval,
  aboveLine: z.number(),
  ranks: Interval,
  amongFirst: z.number(),
  answers: z
    .array(z.object({ construct: Construct, fit: z.number(), match: z.number() }))
    .readonly(),
  wanted: z.number().nullable(),
  rules: z
    .array(
      z.object({
        rule: Rule,
        construct: Construct.nullable(),
        byDefault: z.enum(['not-shown', 'not-asked', 'bound-only']).exactOptional(),
      }),
    )
    .readonly(),
  targetedUnits: z.array(z.string()).readonly(),
})

const Decision = Decided.extend({
  /** it is in the program: as it is, in another form, or because it is there already */
  adopted: z.boolean(),
  /** why, where the decision departs from the recommendation */
  reason: z.string(),
})
export type Decision = z.infer<typeof Decision>

export const Program = z.object({
  /** what the ids of targeted units and groups stand for */
  places: z.object({
    units: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
    groups: z.array(ReleasedGroup).readonly(),
  }),
  /** with every "no" of the gate, and every tier somebody set */
  recommendations: z.array(Recommendation).readonly(),
  /** one a component, the last; so is all that follows but reviews and remarks */
  decisions: z.array(Decision).readonly(),
  gate: z.array(Answered).readonly(),
  tiers: z.array(TierSet).readonly(),
  owners: z.array(Owned).readonly(),
  reviews: z.array(Reviewed).readonly(),
  remarks: z.array(Remarked).readonly(),
  budget: Budgeted.nullable(),
  /** null until the decisions together were adopted, and again after one that changes them */
  adopted: z.object({ by: z.string(), on: z.iso.date(), number: z.int() }).nullable(),
  /** the number of the last entry that changed what the program is */
  changed: z.int(),
  /** the number of the last entry of the log */
  last: z.int(),
})
export type Program = z.infer<typeof Program>

/**
 * The last entry of the log that whoever asks has seen. What others did since about the same
 * thing is not overwritten; without it, the last word counts.
 */
const seen = { seen: z.int().min(0).exactOptional() }

export const Decide = z.object({ component: Component, choice: Choice, ...seen })
export type Decide = z.infer<typeof Decide>

export const AnswerGate = GateAnswer.extend(seen)
export type AnswerGate = z.infer<typeof AnswerGate>

export const ChooseTier = SetTier.extend(seen)
export type ChooseTier = z.infer<typeof ChooseTier>

export const KeepBudget = KeptBudget.extend(seen)
export type KeepBudget = z.infer<typeof KeepBudget>

export const NameOwner = Ownership.extend(seen)
export type NameOwner = z.infer<typeof NameOwner>

export const AddReview = Review
export const AddRemark = Remark

export const Adopt = z.object(seen)
export type Adopt = z.infer<typeof Adopt>

const Sentences = z.array(z.string()).readonly()

/** Why one component is recommended or not, in the thirteen parts, in one language. */
export const ExplanationInWords = z.object({
  component: Component,
  parts: z
    .array(
      z.object({
        part: z.enum(explanationParts),
        title: z.string(),
        sentences: Sentences,
      }),
    )
    .readonly(),
})
export type ExplanationInWords = z.infer<typeof ExplanationInWords>

/** Of every component: for whom it is, and why now, in one sentence each. */
export const Headlines = z.object({
  headlines: z
    .array(z.object({ component: Component, forWhom: z.string(), why: z.string() }))
    .readonly(),
})
export type Headlines = z.infer<typeof Headlines>

export const InLocale = z.object({ locale: z.enum(locales) })
export const OneInLocale = InLocale.extend({ component: Component })

/** What may be spent, in steps of relative cost: a component costs 1 to 5 of them. */
export const Budget = z.object({
  budget: z
    .string()
    .regex(/^\d{1,4}(\.\d{1,2})?$/)
    .transform(Number)
    .pipe(z.number().max(mostBudget)),
})
export type Budget = z.infer<typeof Budget>

const Beside = z.object({
  budget: z.number(),
  dropped: z.array(Component).readonly(),
  added: z.array(Component).readonly(),
})

/** The best program for the money, and what it leaves open. */
export const Portfolio = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('planned'),
    cost: z.number(),
    overBudget: z.number(),
    chosen: z
      .array(
        z.object({
          component: Component,
          reason: z.enum([
            'core',
            'duty',
            'high-need',
            'requirement',
            'coverage',
            'no-limit',
          ]),
          cost: z.number(),
        }),
      )
      .readonly(),
    coverage: z.object({ before: z.number(), after: z.number(), of: z.number() }),
    uncovered: z
      .array(
        z.object({ construct: Construct, because: z.enum(['budget', 'not-offered']) }),
      )
      .readonly(),
    unmetDuties: z
      .array(
        z.object({
          component: Component,
          because: z.enum(['budget', 'reviewer', 'requirement']),
        }),
      )
      .readonly(),
    heldBack: z.array(z.object({ component: Component, reason: z.string() })).readonly(),
    offeredByDefault: z.array(Component).readonly(),
    neighbours: z.object({ less: Beside, more: Beside }).nullable(),
  }),
  z.object({
    kind: z.literal('refused'),
    reason: z.enum(['too-few-people', 'too-few-answers']),
  }),
])
export type Portfolio = z.infer<typeof Portfolio>
