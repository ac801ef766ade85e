import { z } from 'zod'
import { type ComponentId, componentIds } from '#analysis/recommendation/components.ts'
import { type ConstructId, constructIds } from '#surveys/constructs.ts'

const Construct = z.enum(constructIds as [ConstructId, ...ConstructId[]])
export const Component = z.enum(componentIds as [ComponentId, ...ComponentId[]])

const Interval = z.object({ low: z.number(), high: z.number() })

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
  answers: z
    .array(z.object({ construct: Construct, fit: z.number(), match: z.number() }))
    .readonly(),
  wanted: z.number().nullable(),
  rules: z
    .array(z.object({ rule: z.string(), construct: Construct.nullable() }))
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
