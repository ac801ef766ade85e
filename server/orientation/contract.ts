import { z } from 'zod'
import { materialKinds } from '#analysis/orientation/material-kinds.ts'
import { locales } from '#surveys/locale.ts'

/** Everything that introduces a program. */
const Kind = z.enum(materialKinds)

/** What a material can be brought away as. */
export const Form = z.enum(['pptx', 'pdf', 'docx', 'html', 'txt'])
export type Form = z.infer<typeof Form>

const Language = z.enum(locales)

/** One thing to know about a program before anything is printed. */
const FactField = z.object({
  id: z.string(),
  kind: z.enum(['words', 'phone', 'address', 'number', 'time', 'date', 'choice', 'many']),
  options: z.array(z.string()).readonly(),
  isOptional: z.boolean(),
  /** of a number */
  most: z.int(),
  /** a language, a country or a component; empty where it speaks of none */
  about: z.string(),
})
export type FactField = z.infer<typeof FactField>

/** Facts by the id of their field; an empty one is taken back. */
export const FactValues = z.object({
  facts: z.record(z.string().max(80), z.string().trim().max(300)),
})
export type FactValues = z.infer<typeof FactValues>

const Change = z.object({ before: z.string().nullable(), now: z.string().nullable() })

/** How a material in one language stands. */
const Standing = z.discriminatedUnion('state', [
  /** facts it needs are missing, by the ids of their fields */
  z.object({ state: z.literal('incomplete'), missing: z.array(z.string()).readonly() }),
  /** beneath words that somebody wrote, something else changed */
  z.object({ state: z.literal('conflict'), passages: z.int() }),
  z.object({ state: z.literal('ready') }),
  z.object({ state: z.literal('published'), on: z.iso.date(), by: z.string() }),
  z.object({
    state: z.literal('out-of-date'),
    on: z.iso.date(),
    by: z.string(),
    changes: z.array(Change).readonly(),
    /** it cannot be published again before these are looked at */
    missing: z.array(z.string()).readonly(),
    conflicts: z.int(),
  }),
])
export type Standing = z.infer<typeof Standing>

export const Orientation = z.object({
  adopted: z.boolean(),
  languages: z.array(Language).readonly(),
  facts: z.record(z.string(), z.string()),
  fields: z.array(FactField).readonly(),
  /** ids of fields that must be filled in before everything can be published */
  missing: z.array(z.string()).readonly(),
  materials: z
    .array(
      z.object({
        kind: Kind,
        locale: Language,
        forms: z.array(Form).readonly(),
        standing: Standing,
      }),
    )
    .readonly(),
})
export type Orientation = z.infer<typeof Orientation>

export const MaterialChoice = z.object({ id: z.uuid(), kind: Kind, locale: Language })

/** One passage as the material says it, and what somebody wrote in its place. */
const PassageToChange = z.object({
  id: z.string(),
  /** what the records say */
  text: z.string(),
  /** words in place of it; null where nobody changed it */
  words: z.string().nullable(),
  /** what it said when it was changed; null where nobody changed it */
  base: z.string().nullable(),
  /** who wrote them; null where nobody did */
  by: z.string().nullable(),
  /** short sentences and common words, by the formula of the language */
  isPlain: z.boolean(),
})

export const MaterialText = z.object({
  title: z.string(),
  sections: z
    .array(z.object({ title: z.string(), passages: z.array(PassageToChange).readonly() }))
    .readonly(),
  /** words that stand for passages which are no longer part of the material */
  left: z
    .array(z.object({ passage: z.string(), base: z.string(), words: z.string() }))
    .readonly(),
})
export type MaterialText = z.infer<typeof MaterialText>

/** PostgreSQL keeps no text with a zero character in it. */
const withoutZero = (text: string): boolean => !text.includes('\0')

/** Words in place of a passage as it reads now; none take the words back. */
export const ChangePassage = z.object({
  passage: z.string().min(1).max(120).refine(withoutZero),
  /** what the passage said to whoever changes it */
  base: z.string().max(4000),
  words: z.string().trim().max(2000).refine(withoutZero),
})
export type ChangePassage = z.infer<typeof ChangePassage>
