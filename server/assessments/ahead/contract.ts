import { z } from 'zod'
import { type ConstructId, constructIds } from '#surveys/constructs.ts'

/** What a plan still lacks, in the order of the checklist: codes that are worded as refusals. */
export const Lacking = z.object({ lacking: z.array(z.string()).readonly() })
export type Lacking = z.infer<typeof Lacking>

const Least = z.object({ meanNeed: z.int().nullable(), shares: z.int().nullable() })

/** What could ever be published, from head counts alone: for people to read. */
export const Publication = z.object({
  organization: z.string(),
  people: z.int(),
  smallestGroup: z.int(),
  /** the units that may be shown, each below its parent; none where only the whole may */
  units: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        parent: z.string().nullable(),
        headcount: z.int(),
        isReporting: z.boolean(),
      }),
    )
    .readonly(),
  constructs: z
    .array(
      z.object({
        construct: z.enum(constructIds as [ConstructId, ...ConstructId[]]), // its ids
        handling: z.enum(['common', 'sensitive', 'rare']),
        organization: Least,
        units: Least,
      }),
    )
    .readonly(),
  filters: z
    .array(z.object({ id: z.string(), categories: z.array(z.string()).readonly() }))
    .readonly(),
  /** units whose background groups may be shown, beside the organization's */
  divisions: z.array(z.string()).readonly(),
  /** questions beside the core: how many must have answered each */
  beside: z
    .array(z.object({ item: z.string(), least: z.int(), isEverShown: z.boolean() }))
    .readonly(),
  smallCells: z
    .array(
      z.object({
        unit: z.string(),
        name: z.string(),
        background: z.string(),
        atMost: z.int(),
      }),
    )
    .readonly(),
})
export type Publication = z.infer<typeof Publication>
