import { z } from 'zod'
import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import { locales } from '#surveys/locale.ts'
import { barriers, families } from '#surveys/modules/getting-help.ts'
import { AssessmentId } from '../assessments/contract.ts'
import { NotCountable, RateBand } from '../tally/contract.ts'

const Interval = z.object({ low: z.number(), high: z.number() })
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
  groups: z.record(z.string(), Cell),
})

const hidden = z.object({ kind: z.literal('hidden') })
const Coefficient = z.number().nullable()

const Scale = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('shown'),
    alpha: Coefficient,
    interval: Interval.nullable(),
    omega: Coefficient,
    itemRest: z.record(z.string(), Coefficient),
  }),
  hidden,
])

const Grouping = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shown'), icc1: z.number(), icc2: z.number() }),
  hidden,
])

const Drivers = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('shown'),
    weights: z.array(z.object({ construct: Construct, weight: z.number() })).readonly(),
  }),
  hidden,
])

const Answering = z.object({
  complete: Figure,
  straightLines: Figure,
  lastPart: z.record(z.string(), Figure),
})

const Weighting = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('shown'),
    designEffect: z.number(),
    effectiveShare: z.number(),
  }),
  hidden,
])

/** People of one background, in the organization or in one division. */
export const ReleasedGroup = z.object({
  id: z.string(),
  unit: z.string().nullable(),
  filter: z.string(),
  category: z.string(),
})

const Release = z.object({
  rules: z.literal('SDC-1'),
  organization: z.object({
    name: z.string(),
    headcount: z.number().nullable(),
    answered: AnsweredBand,
    returns: AnsweredBand,
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
  groups: z.array(ReleasedGroup).readonly(),
  constructs: z.partialRecord(Construct, ReleasedConstruct),
  wanted: z.partialRecord(z.enum(families), Figure),
  barriers: z.partialRecord(z.enum(barriers), Figure),
  items: z.record(
    z.string(),
    z.object({ declined: Figure, chosen: z.record(z.string(), Figure) }),
  ),
  scales: z.partialRecord(Construct, Scale),
  grouping: z.partialRecord(Construct, Grouping),
  drivers: Drivers,
  answering: Answering,
  weighting: Weighting,
})

/** The one release of an assessment, with the installation's signature under it. */
export const SignedRelease = z.object({
  published: z.object({
    version: z.literal(1),
    assessment: AssessmentId,
    organization: z.string(),
    /** of the manifest it was answered under */
    surveyNumber: z.string(),
    releasedOn: z.iso.date(),
    /** envelopes that held nothing to count */
    notCountable: NotCountable,
    /** people who were let collect again; each may have answered twice */
    secondBallots: z.int(),
    /** how often collecting went on after a database had been put back from an earlier copy */
    resumed: z.int(),
    release: Release,
  }),
  /** Ed25519, base64url */
  signature: z.string(),
  /** the installation's public key, Ed25519, raw, base64url */
  signer: z.string(),
})
export type SignedRelease = z.infer<typeof SignedRelease>

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

const recorded = { by: z.string(), on: z.iso.date() }

/** How far the questions were examined in one language; no result goes without it. */
const ValidationStatus = z.object({
  items: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('not-validated') }),
    z.object({ kind: z.enum(['pilot-checked', 'validated']), ...recorded }),
  ]),
  translation: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('not-checked') }),
    z.object({ kind: z.literal('checked'), ...recorded }),
  ]),
})

const Needs = z.object({
  needs: z.array(Need).readonly(),
  gaps: z
    .array(z.object({ construct: Construct, reason: z.enum(['not-asked', 'not-shown']) }))
    .readonly(),
  validation: z.partialRecord(z.enum(locales), ValidationStatus),
})

const Difference = z.object({
  construct: Construct,
  /** a unit, or a group by background */
  group: z.string(),
  direction: z.enum(['more', 'less']),
})

const WaveChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('change'), points: z.number() }),
  z.object({ kind: z.literal('no-clear-change') }),
  hidden,
])

/** What changed since the release before. */
const Changes = z.object({
  name: z.string(),
  releasedOn: z.iso.date(),
  constructs: z
    .array(
      z.object({
        construct: Construct,
        organization: WaveChange,
        units: z.record(z.string(), WaveChange),
      }),
    )
    .readonly(),
})

/** Everything there is to know of an assessment after its release. */
export const Results = z.object({
  release: Release,
  needs: Needs,
  /** groups that differ notably from everybody else */
  differences: z.array(Difference).readonly(),
  /** null where nothing was released before */
  changes: Changes.nullable(),
  /** sources beside the survey, as counts */
  sources: z.object({
    focusGroups: z.int(),
    interviews: z.int(),
    /** κ, 0–1: the part of all people whom interviewed managers speak of */
    coverage: z.number(),
    /** in how many groups a need was a topic, and how many raised it */
    topics: z.partialRecord(Construct, z.object({ asked: z.int(), raised: z.int() })),
    /** sources that say nothing of any need, and how many needs they would make surer */
    missing: z
      .array(
        z.object({
          source: z.enum(['survey', 'focusGroups', 'managers']),
          needs: z.int(),
          surer: z.int().nullable(),
        }),
      )
      .readonly(),
  }),
})
export type Results = z.infer<typeof Results>

const SoFar = z.object({
  /** in the results */
  heard: z.int(),
  /** finished, and waiting for others to come in with; before the release all of them */
  waiting: z.int(),
  /** what came in after the release, together each time */
  later: z
    .array(z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), count: z.int() }))
    .readonly(),
})

/** How far the sources beside the survey are, at any time: counts, and no score. */
export const Sources = z.object({ focusGroups: SoFar, interviews: SoFar })
export type Sources = z.infer<typeof Sources>
