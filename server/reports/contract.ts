import { z } from 'zod'
import { locales } from '#surveys/locale.ts'

/** What is made of a release in each language. */
export const ReportKind = z.enum(['report', 'deck', 'sheet', 'workbook', 'ddi'])
export type ReportKind = z.infer<typeof ReportKind>

const Language = z.enum(locales)

export const ReportChoice = z.object({
  id: z.uuid(),
  document: ReportKind,
  locale: Language,
})

export const UnitSheetChoice = z.object({
  id: z.uuid(),
  unit: z.string().min(1).max(200),
  locale: Language,
})

const ReportUnit = z.object({ id: z.string(), name: z.string() })

/** What has been made of a release. Nobody has any of it before all of it is there. */
export const Reports = z.object({
  /** null until then */
  made: z
    .object({
      on: z.iso.date(),
      files: z
        .array(z.object({ kind: ReportKind, locale: Language, bytes: z.int() }))
        .readonly(),
      /** that a sheet can be about */
      units: z.array(ReportUnit).readonly(),
    })
    .nullable(),
  /** the page for all employees: where it stands, from the first day of asking */
  page: z.object({
    address: z.string(),
    /** when the program that it tells of was adopted; null until then */
    programOn: z.iso.date().nullable(),
  }),
})
export type Reports = z.infer<typeof Reports>

const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({
    kind: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(z.string()).readonly(),
  }),
  z.object({
    kind: z.literal('contacts'),
    contacts: z.array(z.object({ name: z.string(), phone: z.string() })).readonly(),
  }),
])

/** The page for all employees in one language: words, and nothing that tells who reads them. */
export const ToldPage = z.object({
  locale: Language,
  title: z.string(),
  subtitle: z.string(),
  footer: z.string(),
  sections: z
    .array(z.object({ title: z.string(), blocks: z.array(Block).readonly() }))
    .readonly(),
})
export type ToldPage = z.infer<typeof ToldPage>

export const ToldChoice = z.object({ assessment: z.uuid(), locale: Language })
