import { z } from 'zod'
import { type ComponentId, componentIds } from '#analysis/recommendation/components.ts'
import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import { ReleasedGroup } from '../results/contract.ts'

const Construct = z.enum(constructIds as [ConstructId, ...ConstructId[]])
export const Component = z.enum(componentIds as [ComponentId, ...ComponentId[]])

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
  tier: z.enum([
    'core',
    'must-address',
    'recommend',
    'consider',
    'not-now',
    'do-not-offer',
  ]),
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

export const Decision = z.object({
  component: Component,
  adopted: z.boolean(),
  /** why, where the decision departs from the recommendation */
  reason: z.string(),
  decidedBy: z.string(),
})
export type Decision = z.infer<typeof Decision>

export const Program = z.object({
  /** what the ids of targeted units and groups stand for */
  places: z.object({
    units: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
    groups: z.array(ReleasedGroup).readonly(),
  }),
  recommendations: z.array(Recommendation).readonly(),
  decisions: z.array(Decision).readonly(),
  /** null until the decisions together were adopted */
  adopted: z.object({ by: z.string(), on: z.iso.date() }).nullable(),
})
export type Program = z.infer<typeof Program>

export const Decide = z.object({
  component: Component,
  adopted: z.boolean(),
  reason: z.string().trim().max(600).default(''),
})
export type Decide = z.infer<typeof Decide>

/** What may be spent, in steps of relative cost: a component costs 1 to 5 of them. */
export const Budget = z.object({
  budget: z
    .string()
    .regex(/^\d{1,4}(\.\d{1,2})?$/)
    .transform(Number)
    .pipe(z.number().max(1000)),
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
