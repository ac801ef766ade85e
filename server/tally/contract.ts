import { z } from 'zod'
import { AssessmentId } from '../assessments/contract.ts'
import { AnswerQuestion, KeyHolderId, Side } from '../trustees/contract.ts'

/** A response rate as it may be read: a band in percent, or three steps for a small unit. */
export const RateBand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('band'), from: z.number(), to: z.number() }),
  z.object({
    kind: z.literal('step'),
    step: z.enum(['below-half', 'about-half', 'above-half']),
  }),
  z.object({ kind: z.literal('hidden') }),
  z.object({ kind: z.literal('unknown') }),
])

/** How many answered while the survey is open: counted once a day, in bands. */
export const Participation = z.object({
  /** the day of the last count; null before the first */
  countedOn: z.iso.date().nullable(),
  organization: RateBand,
  units: z.record(z.string(), RateBand),
})
export type Participation = z.infer<typeof Participation>

/** How many envelopes held nothing that can be counted: none, one to four, or in fives. */
export const NotCountable = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('few') }),
  z.object({ kind: z.literal('band'), from: z.int(), to: z.int() }),
])
export type NotCountable = z.infer<typeof NotCountable>

/** Why a count stopped. It wrote nothing; each of these can be mended or given up. */
export const StopReason = z.enum([
  /** a ballot in the box was never signed by the registrar */
  'ballot-not-signed',
  /** one ballot stands in the box twice */
  'ballot-twice',
  'more-ballots-than-people',
  /** a key holder delivered something other than the shares they were handed */
  'shares-wrong',
  /** too many shares were left out to go on without another key holder */
  'shares-missing',
  'not-computed',
])
export type StopReason = z.infer<typeof StopReason>

/** How far the opening is, as the workspace may see it. */
export const Unsealing = z.object({
  needed: z.int(),
  holders: z
    .array(
      z.object({
        name: z.string(),
        side: Side,
        /** 0–1 */
        delivered: z.number(),
      }),
    )
    .readonly(),
  counting: z.boolean(),
  stopped: z.object({ reason: StopReason, by: z.string().nullable() }).nullable(),
})
export type Unsealing = z.infer<typeof Unsealing>

/** A key holder shows the key and begins, or goes on where they stopped. */
export const BeginOpening = AnswerQuestion

const Pass = z.string().min(20).max(100)
const Part = z.int().min(0).max(100_000)

export const Opening = z.object({
  pass: Pass,
  assessment: AssessmentId,
  holder: KeyHolderId,
  /** the opened shares are sealed to it: X25519, raw, base64url */
  tallyKey: z.string(),
  parts: z.int(),
  /** the parts that have arrived */
  delivered: z.array(Part).readonly(),
})
export type Opening = z.infer<typeof Opening>

export const TakePart = z.object({ pass: Pass, part: Part })
export type TakePart = z.infer<typeof TakePart>

/** Some of the shares sealed to a key holder, in the order of their ballots' names. */
export const SealedPart = z.object({
  shares: z.array(z.object({ nullifier: z.string(), sealed: z.string() })).readonly(),
})
export type SealedPart = z.infer<typeof SealedPart>

export const DeliverPart = z.object({
  pass: Pass,
  part: Part,
  sealed: z.base64url().max(200_000),
})
export type DeliverPart = z.infer<typeof DeliverPart>

export const Arrived = z.object({ delivered: z.array(Part).readonly() })
