import { z } from 'zod'
import { type ComponentId, componentIds } from '#analysis/recommendation/components.ts'
import { pearlAnswers, pearlQuestions } from '#analysis/recommendation/decisions.ts'
import type { Tier } from '#analysis/recommendation/recommendation.ts'
import { Side } from '../../accounts/contract.ts'

export const Component = z.enum(componentIds as [ComponentId, ...ComponentId[]])

const tiers = [
  'core',
  'must-address',
  'recommend',
  'consider',
  'not-now',
  'do-not-offer',
] as const satisfies readonly Tier[]
export const AnyTier = z.enum(tiers)

export const mostLetters = 600
const Note = z.string().trim().max(mostLetters)
const Written = Note.min(1)
const Name = z.string().trim().min(1).max(120)
const Reason = Note.default('')

/** A year, or a month of one: since when something has been there. */
const Since = z.string().regex(/^(19|20)\d\d(-(0[1-9]|1[0-2]))?$/)

/** How well what is there already works, as the organization sees it. */
export const Quality = z.enum(['works', 'partly', 'poorly', 'not-known'])

/** What is decided about one component. */
export const Choice = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('adopt'), reason: Reason }),
  /** adopted in another form: dose, provider, audience */
  z.object({ verdict: z.literal('change'), change: Written, reason: Reason }),
  z.object({ verdict: z.literal('reject'), reason: Reason }),
  /** the organization has it; it belongs to the program, and is marked */
  z.object({
    verdict: z.literal('in-place'),
    since: Since.nullable(),
    quality: Quality,
    reason: Reason,
  }),
])
export type Choice = z.infer<typeof Choice>

export const GateAnswer = z.object({
  component: Component,
  question: z.enum(pearlQuestions),
  answer: z.enum(pearlAnswers),
  /** a "no" needs one */
  reason: Reason,
  /** who judged it, whoever writes it down */
  reviewer: Name,
})
export type GateAnswer = z.infer<typeof GateAnswer>

export const SetTier = z.object({
  component: Component,
  /** null: as the method has it */
  tier: AnyTier.nullable(),
  reason: Written,
})
export type SetTier = z.infer<typeof SetTier>

/** What an expert said; without a component, of the program as a whole. */
export const Review = z.object({
  component: Component.nullable(),
  expert: Name,
  field: Name,
  day: z.iso.date(),
  text: Written,
})
export type Review = z.infer<typeof Review>

export const Remark = z.object({ component: Component.nullable(), text: Written })
export type Remark = z.infer<typeof Remark>

/** What may be spent, in steps of relative cost. */
export const mostBudget = 1000
export const KeptBudget = z.object({
  budget: z.number().min(0).max(mostBudget).nullable(),
})
export type KeptBudget = z.infer<typeof KeptBudget>

/** Who answers for a component, and when it starts and is looked at again. */
export const Ownership = z.object({
  component: Component,
  /** a function or a name; empty where nobody does yet */
  owner: z.string().trim().max(120),
  starts: z.iso.date().nullable(),
  reviewed: z.iso.date().nullable(),
})
export type Ownership = z.infer<typeof Ownership>

const decided = z.object({
  kind: z.literal('decided'),
  component: Component,
  choice: Choice,
  /** what was recommended then; null where that was not kept */
  tier: AnyTier.nullable(),
})
const set = SetTier.extend({ kind: z.literal('set-tier') })
const answered = GateAnswer.extend({ kind: z.literal('gate') })
const reviewed = Review.extend({ kind: z.literal('reviewed') })
const remarked = Remark.extend({ kind: z.literal('remarked') })
const budgeted = KeptBudget.extend({ kind: z.literal('budget') })
const owned = Ownership.extend({ kind: z.literal('owned') })
const adopted = z.object({
  kind: z.literal('adopted'),
  /** what the program held then */
  components: z.array(Component).readonly(),
})

/** One thing somebody did to the program. */
export const Deed = z.discriminatedUnion('kind', [
  decided,
  set,
  answered,
  reviewed,
  remarked,
  budgeted,
  owned,
  adopted,
])
export type Deed = z.infer<typeof Deed>

/** Who did it and when; numbers count from 1 without a gap, and no entry is ever changed. */
const signed = {
  number: z.int().min(1),
  /** null where the day was not kept */
  on: z.iso.date().nullable(),
  by: z.string(),
  role: Side,
}

export const Decided = decided.extend(signed)
export const TierSet = set.extend(signed)
export const Answered = answered.extend(signed)
export const Reviewed = reviewed.extend(signed)
export const Remarked = remarked.extend(signed)
export const Budgeted = budgeted.extend(signed)
export const Owned = owned.extend(signed)
export type Owned = z.infer<typeof Owned>
const Adopted = adopted.extend(signed)

export const Entry = z.discriminatedUnion('kind', [
  Decided,
  TierSet,
  Answered,
  Reviewed,
  Remarked,
  Budgeted,
  Owned,
  Adopted,
])
export type Entry = z.infer<typeof Entry>
export type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>

/** Everything that was done to a program, in its order. */
export const Log = z.object({ entries: z.array(Entry).readonly() })
export type Log = z.infer<typeof Log>
