import { z } from 'zod'
import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import { Side } from '../accounts/contract.ts'
import { AssessmentId } from '../assessments/contract.ts'
import { mostBudget, Component as OfCatalogue } from '../programs/log/contract.ts'
import { RateBand } from '../tally/contract.ts'

const Construct = z.enum(constructIds as [ConstructId, ...ConstructId[]]) // its ids
const Component = OfCatalogue

const WaveChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('change'), points: z.number() }),
  z.object({ kind: z.literal('no-clear-change') }),
  z.object({ kind: z.literal('hidden') }),
])

const Wave = z.object({
  id: AssessmentId,
  name: z.string(),
  closedOn: z.iso.date(),
  responseRate: RateBand,
})

/** What changed from one wave to the next, as far as two releases tell. */
export const Changes = z.object({
  before: Wave,
  after: Wave,
  /** whole months between the two closings */
  months: z.int(),
  /** in the order in which they are read */
  lines: z
    .array(
      z.object({
        construct: Construct,
        about: z.enum(['targeted', 'hazard', 'other']),
        components: z.array(Component).readonly(),
        /** the earlier mean of the organization, as it was released; null where it has none */
        was: z.number().nullable(),
        organization: WaveChange,
        noteworthy: z.boolean(),
        units: z.record(z.string(), WaveChange),
      }),
    )
    .readonly(),
  /** units that are compared, by their later id */
  units: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
  /** how many units of the later survey are not compared */
  others: z.int(),
})
export type Changes = z.infer<typeof Changes>

const Reason = z.string().trim().max(600).default('')
const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)

/** What was done about one component of the program. */
export const Action = z.object({
  component: Component,
  done: z.enum(['done', 'partly', 'not-done']),
  /** since when it stands so */
  since: Month.nullable(),
  /** whether anybody used it: provider totals say so, or nobody knows */
  reach: z.enum(['people', 'nobody', 'not-known']),
  /** why not, or not wholly */
  reason: Reason,
})
export type Action = z.infer<typeof Action>

/** What is decided about a component that reached nobody. */
export const Settling = z.object({
  component: Component,
  verdict: z.enum(['stop', 'change', 'keep']),
  reason: z.string().trim().min(1).max(600),
})
export type Settling = z.infer<typeof Settling>

/** The last entry of the log that whoever asks has seen. */
const seen = { seen: z.int().min(0).exactOptional() }
export const SayDone = Action.extend(seen)
export type SayDone = z.infer<typeof SayDone>
export const Settle = Settling.extend(seen)
export type Settle = z.infer<typeof Settle>

const said = Action.extend({ kind: z.literal('said') })
const settled = Settling.extend({ kind: z.literal('settled') })

/** One thing somebody said or decided. */
export const Deed = z.discriminatedUnion('kind', [said, settled])
export type Deed = z.infer<typeof Deed>

const signed = {
  number: z.int().min(1),
  on: z.iso.date(),
  by: z.string(),
  role: Side,
}
const Said = said.extend(signed)
const Settled = settled.extend(signed)
export const Entry = z.discriminatedUnion('kind', [Said, Settled])
export type Entry = z.infer<typeof Entry>

/** What was done about the program of an assessment, and everything that was ever said of it. */
export const Actions = z.object({
  /** null where no program was adopted */
  adoptedOn: z.iso.date().nullable(),
  components: z
    .array(
      z.object({
        component: Component,
        /** when it is to be looked at, as somebody set it */
        review: z.iso.date().nullable(),
        /** what was said last; null where nobody did */
        said: Said.nullable(),
      }),
    )
    .readonly(),
  log: z.array(Entry).readonly(),
  /** the number of the last entry */
  last: z.int(),
})
export type Actions = z.infer<typeof Actions>

export const ForBudget = z.object({
  budget: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.number().max(mostBudget))
    .optional(),
})
export type ForBudget = z.infer<typeof ForBudget>

const Part = z.object({
  component: Component,
  reason: z.enum(['core', 'duty', 'high-need', 'requirement', 'coverage', 'no-limit']),
  cost: z.number(),
})

/** Next year's program as the method would have it, beside this year's. */
const Proposal = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('planned'),
    budget: z.number(),
    cost: z.number(),
    overBudget: z.number(),
    stays: z.array(Part).readonly(),
    added: z.array(Part).readonly(),
    dropped: z
      .array(
        z.object({
          component: Component,
          because: z.enum(['stopped', 'blocked', 'below-line', 'budget']),
        }),
      )
      .readonly(),
  }),
  z.object({
    kind: z.literal('refused'),
    reason: z.enum(['too-few-people', 'too-few-answers']),
  }),
])

/** What to stop or to change, and what next year could look like. */
export const NextYear = z.object({
  /** components that reached nobody for twelve months */
  withoutReach: z
    .array(
      z.object({
        component: Component,
        verdict: z.enum(['no-need', 'need-remains', 'need-not-known', 'duty']),
        months: z.int(),
        needs: z
          .array(z.object({ construct: Construct, score: z.number().nullable() }))
          .readonly(),
        /** what was decided last; null where nothing was */
        settled: Settled.nullable(),
      }),
    )
    .readonly(),
  /** components of which nobody said what was done */
  unsaid: z.int(),
  proposal: Proposal,
  log: z.array(Entry).readonly(),
  last: z.int(),
})
export type NextYear = z.infer<typeof NextYear>
