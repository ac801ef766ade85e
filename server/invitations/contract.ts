import { z } from 'zod'
import { locales } from '#surveys/locale.ts'
import { AssessmentId } from '../assessments/contract.ts'

const Language = z.enum(locales)
const Languages = z.array(Language).min(1).readonly()

/**
 * How the people of a unit get their codes: by mail (who has no address on the list gets an
 * envelope with their name), all in envelopes with names, or in envelopes to draw by lot.
 */
export const Way = z.enum(['mail', 'addressed', 'lot'])
export type Way = z.infer<typeof Way>

/** The text of a CSV file with the columns unit, email, name and language. */
export const InviteesFile = z.object({ csv: z.string().max(2_500_000) })

/** What a list would change, unit by unit. */
export const ListPreview = z.object({
  units: z
    .array(
      z.object({
        unit: z.string(),
        name: z.string(),
        headcount: z.int(),
        listed: z.int(),
        withAddress: z.int(),
        added: z.int(),
        kept: z.int(),
        removed: z.int(),
      }),
    )
    .readonly(),
})
export type ListPreview = z.infer<typeof ListPreview>

export const ChooseWay = z.object({ unit: z.string(), way: Way, languages: Languages })
export type ChooseWay = z.infer<typeof ChooseWay>

export const RoundKind = z.enum(['invitation', 'reminder'])
export type RoundKind = z.infer<typeof RoundKind>

/** One unit's people and how they are invited. Nothing here depends on who has answered. */
const InvitedUnit = z.object({
  unit: z.string(),
  name: z.string(),
  headcount: z.int(),
  way: Way,
  languages: Languages,
  /** people on the list */
  listed: z.int(),
  /** of these, with an address */
  withAddress: z.int(),
  /** people who are to get mail and have had none */
  toInvite: z.int(),
  /** how many envelopes a printing makes */
  envelopes: z.int(),
  /** somebody may have used a code of the unit: lot and list can no longer change places */
  settled: z.boolean(),
  printings: z.int(),
})
export type InvitedUnit = z.infer<typeof InvitedUnit>

export const Invitations = z.object({
  /** how mail leaves this installation */
  post: z.enum(['smtp', 'outbox']),
  units: z.array(InvitedUnit).readonly(),
  round: z
    .object({
      kind: RoundKind,
      on: z.iso.date(),
      /** `sending` goes on now; `unfinished` stopped before all was sent */
      state: z.enum(['sending', 'unfinished', 'finished']),
      /** 0–1 */
      done: z.number(),
    })
    .nullable(),
  /** the first day a reminder may go out; null before any invitation was sent */
  remindFrom: z.iso.date().nullable(),
  /** a reminder may go out today */
  mayRemind: z.boolean(),
})
export type Invitations = z.infer<typeof Invitations>

export const StartRound = z.object({ kind: RoundKind })

/** Addresses the mail server would not take in the last batch; kept nowhere. */
export const Undelivered = z.object({ addresses: z.array(z.string()).readonly() })
export type Undelivered = z.infer<typeof Undelivered>

/** Somebody who lost their invitation, as the list knows them. */
export const InviteAgain = z.object({ email: z.email().max(200) })

export const PrintEnvelopes = z.object({
  units: z.array(z.string()).min(1).max(2_000).readonly(),
  /** the language of the cover sheets */
  language: Language,
  /** says that whoever prints knows: earlier envelopes of these units stop working */
  again: z.boolean(),
  /** only the envelope of this person of the list */
  person: z.string().trim().min(1).max(100).optional(),
})
export type PrintEnvelopes = z.infer<typeof PrintEnvelopes>

/** From the link in a mail. */
export const MuteReminders = z.object({
  assessment: AssessmentId,
  token: z.string().min(20).max(40),
})
export type MuteReminders = z.infer<typeof MuteReminders>
