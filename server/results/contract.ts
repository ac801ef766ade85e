import { z } from 'zod'
import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import { barriers, families } from '#surveys/modules/getting-help.ts'
import { RateBand } from '../tally/contract.ts'

const Construct = z.enum(constructIds as [ConstructId, ...ConstructId[]])

/** A figure as it may be read; hidden has one look whatever the reason. */
const Figure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shown'), value: z.number() }),
  z.object({ kind: z.literal('at-most'), value: z.number() }),
  z.object({ kind: z.literal('at-least'), value: z.number() }),
  z.object({ kind: z.literal('hidden') }),
])

const AnsweredBand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shown'), from: z.number(), to: z.number() }),
  z.object({ kind: z.literal('hidden') }),
])

const Cell = z.object({
  answered: AnsweredBand,
  meanNeed: Figure,
  shareElevated: Figure,
  shareHigh: Figure,
})

const ReleasedConstruct = z.object({
  organization: Cell,
  units: z.record(z.string(), Cell),
})

const Release = z.object({
  rules: z.literal('SDC-1'),
  organization: z.object({
    name: z.string(),
    headcount: z.number().nullable(),
    answered: AnsweredBand,
    responseRate: RateBand,
  }),
  manyEmployers: z.boolean(),
  units: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        parent: z.string().nullable(),
        headcount: z.number().nullable(),
        answered: AnsweredBand,
        responseRate: RateBand,
      }),
    )
    .readonly(),
  constructs: z.partialRecord(Construct, ReleasedConstruct),
  wanted: z.partialRecord(z.enum(families), Figure),
  barriers: z.partialRecord(z.enum(barriers), Figure),
})

const Interval = z.object({ low: z.number(), high: z.number() })
const PeopleCount = Interval.extend({ about: z.number(), of: z.number() })
const SourceScore = z.object({ score: z.number(), weight: z.number() })

const Need = z.object({
  construct: Construct,
  score: z.number(),
  interval: Interval,
  band: z.enum(['low', 'some', 'considerable', 'high']),
  people: PeopleCount.nullable(),
  stressed: PeopleCount.nullable(),
  sources: z.object({
    survey: SourceScore.nullable(),
    focusGroups: SourceScore.nullable(),
    managers: SourceScore.nullable(),
  }),
  convergence: z.enum(['agreement', 'partial', 'dissonance', 'silence', 'single-source']),
  confidence: z.enum(['high', 'moderate', 'low', 'very-low']),
  managerGap: z.number().nullable(),
  reaches: z.object({ attention: z.number(), action: z.number() }).nullable(),
  targetedUnits: z.array(z.string()).readonly(),
})

const Needs = z.object({
  needs: z.array(Need).readonly(),
  gaps: z
    .array(z.object({ construct: Construct, reason: z.enum(['not-asked', 'not-shown']) }))
    .readonly(),
})

/** Everything there is to know of an assessment after its release. */
export const Results = z.object({
  release: Release,
  needs: Needs,
  /** sources beside the survey, as counts */
  sources: z.object({ focusGroups: z.int(), interviews: z.int() }),
})
export type Results = z.infer<typeof Results>
