import { z } from 'zod'
import { locales } from '#surveys/locale.ts'

const Language = z.enum(locales)
const Contact = z.object({ name: z.string(), phone: z.string() })

export const Manifest = z.object({
  assessment: z.uuid(),
  organization: z.string(),
  example: z.boolean(),
  questionnaire: z.string(),
  languages: z.array(Language).readonly(),
  units: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        headcount: z.int(),
        publicKey: z.string(),
      }),
    )
    .readonly(),
  smallestGroup: z.int(),
  contacts: z.partialRecord(Language, z.array(Contact).readonly()).readonly(),
  resultsBy: z.iso.date(),
})

/** What an employee finds at the door. */
export const Door = z.object({ open: z.boolean(), manifest: Manifest })
export type Door = z.infer<typeof Door>

export const AtDoor = z.object({ assessment: z.uuid() })

export const CastBallot = z.object({
  ballot: z.object({
    assessment: z.uuid(),
    unit: z.string().max(200),
    serial: z.string().max(100),
    signature: z.string().max(200),
  }),
  /** checked against the questionnaire before anything is kept */
  answers: z.record(z.string(), z.unknown()),
})
export type CastBallot = z.infer<typeof CastBallot>
