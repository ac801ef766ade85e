import { z } from 'zod'
import type { AnnualReport } from '#analysis/disclosure/annual-report.ts'
import { type ComponentId, componentIds } from '#analysis/recommendation/components.ts'
import {
  type AnnualLine,
  annualLineIds,
  caseMeanings,
  contactKinds,
  outcomeKinds,
} from '#analysis/review/annual-lines.ts'
import { isMonth } from '#analysis/review/annual-totals.ts'
import { annualFaults } from '#analysis/review/check-totals.ts'
import { type ConstructId, constructs } from '#surveys/constructs.ts'
import { locales } from '#surveys/locale.ts'

export const AnnualReportId = z.uuid().brand<'AnnualReportId'>()
export type AnnualReportId = z.infer<typeof AnnualReportId>

const Line = z.enum(annualLineIds as readonly [AnnualLine, ...AnnualLine[]])
const Month = z.string().refine(isMonth, 'a month such as 2026-01')
const whole = z.int().min(0)

const Figure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shown'), value: z.number() }),
  z.object({ kind: z.literal('at-most'), value: z.number() }),
  z.object({ kind: z.literal('at-least'), value: z.number() }),
  z.object({ kind: z.literal('hidden') }),
])
const Band = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shown'), from: z.int(), to: z.int() }),
  z.object({ kind: z.literal('hidden') }),
])
const Rate = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('band'), from: z.number(), to: z.number() }),
  z.object({
    kind: z.literal('step'),
    step: z.enum(['below-half', 'about-half', 'above-half']),
  }),
  z.object({ kind: z.literal('hidden') }),
  z.object({ kind: z.literal('unknown') }),
])
const People = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shown'), people: whole }),
  z.object({ kind: z.literal('few') }),
  z.object({ kind: z.literal('untold') }),
])
const Incidents = z.object({
  count: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('few') }),
    z.object({ kind: z.literal('shown'), count: whole }),
  ]),
  allResolved: z.boolean().nullable(),
})
const Share = z.object({ of: Band, share: Figure })
const Table = z.object({
  shown: z.record(z.string(), whole),
  rest: z.object({ lines: z.array(z.string()).readonly(), people: whole }),
})
const Course = z.discriminatedUnion('by', [
  z.object({ by: z.enum(['quarter', 'half']), people: z.array(whole).readonly() }),
  z.object({ by: z.literal('year') }),
])

/** What may be read of a provider's report, and all that is kept of it. */
export const AnnualTold: z.ZodType<AnnualReport> = z.object({
  rules: z.literal('SDC-1'),
  from: Month,
  to: Month,
  months: z.int(),
  covered: whole,
  family: z.boolean(),
  caseMeaning: z.enum(caseMeanings),
  cases: People,
  use: z.number().nullable(),
  contacts: z.record(z.enum(contactKinds), People),
  course: Course.nullable(),
  tables: z.object({
    route: Table.nullable(),
    topic: Table.nullable(),
    mode: Table.nullable(),
    language: Table.nullable(),
  }),
  waiting: z.number().nullable(),
  soon: Share.nullable(),
  sessions: z.number().nullable(),
  referred: Share.nullable(),
  planned: Share.nullable(),
  satisfaction: Share.extend({ response: Rate }).nullable(),
  complaints: Incidents,
  breaches: Incidents,
  outcome: z
    .object({
      matched: Band,
      stayed: Rate,
      changes: z
        .array(
          z.object({
            kind: z.enum(outcomeKinds),
            before: Figure,
            after: Figure,
            change: z.object({ low: z.number(), high: z.number() }).nullable(),
          }),
        )
        .readonly(),
    })
    .nullable(),
  vetting: z.object({ counsellors: whole, vetted: whole }).nullable(),
})

/** A filled template, or what was typed into the form, line by line. */
export const TotalsTold = z.union([
  z.object({ csv: z.string().max(2_500_000) }),
  z.object({ values: z.partialRecord(Line, z.string().max(40)) }),
])
export type TotalsTold = z.infer<typeof TotalsTold>

/** Totals as they were looked at: what is kept is what the preview showed, or nothing. */
export const KeepTotals = z.object({ told: TotalsTold, outcome: z.string().max(100) })
export type KeepTotals = z.infer<typeof KeepTotals>

const TotalsProblem = z.object({
  line: Line,
  fault: z.enum(annualFaults),
  others: z.array(Line).readonly(),
  words: z.record(z.string(), z.number()),
})

/** What totals would become, or what is wrong with them. Nothing has been kept yet. */
export const TotalsPreview = z.object({
  problems: z.array(TotalsProblem).readonly(),
  /** null where something is wrong */
  report: AnnualTold.nullable(),
  /** it begins before the program was adopted: it tells of something else, too */
  beginsBefore: z.boolean(),
  /** stands for exactly this outcome */
  outcome: z.string(),
})
export type TotalsPreview = z.infer<typeof TotalsPreview>

/** What whoever delivers a report knows of an assessment. */
const Delivery = z.object({
  id: z.uuid(),
  name: z.string(),
  organization: z.string(),
  /** periods that were told already */
  told: z.array(z.object({ from: Month, to: Month })).readonly(),
})
export const Deliveries = z.object({ deliveries: z.array(Delivery).readonly() })
export type Deliveries = z.infer<typeof Deliveries>

const Construct = z.enum(
  Object.keys(constructs) as [ConstructId, ...ConstructId[]], // the keys
)
const Component = z.enum(componentIds as readonly [ComponentId, ...ComponentId[]])

const Beside = z.object({
  topic: z.enum([
    'mind',
    'work',
    'relations',
    'care',
    'money',
    'body',
    'dependence',
    'other',
  ]),
  cases: whole.nullable(),
  need: z
    .object({
      construct: Construct,
      people: z.object({
        about: z.number(),
        low: z.number(),
        high: z.number(),
        of: z.number(),
      }),
    })
    .nullable(),
  coverage: z.object({ low: z.number(), high: z.number() }).nullable(),
})

/** One year as everybody of the two sides may read it. */
const YearTold = z.object({
  id: AnnualReportId,
  /** who told it, and on which day */
  by: z.enum(['provider', 'organiser']),
  on: z.iso.date(),
  /** when the page for employees was published; null before */
  publishedOn: z.iso.date().nullable(),
  report: AnnualTold,
  beside: z.array(Beside).readonly(),
  promised: z
    .object({ on: z.string(), components: z.array(Component).readonly() })
    .nullable(),
  deeds: z
    .array(
      z.object({
        component: Component,
        standing: z.enum(['done', 'partly', 'not-done']),
      }),
    )
    .readonly()
    .nullable(),
  askedAgain: z.boolean(),
})

export const Years = z.object({
  /** the latest first */
  years: z.array(YearTold).readonly(),
  /** where employees read the page of the latest that was published */
  page: z.string(),
})
export type Years = z.infer<typeof Years>

export const yearForms = ['pdf', 'docx', 'pptx', 'xlsx'] as const
export type YearForm = (typeof yearForms)[number]

const Language = z.enum(locales)
export const TemplateChoice = z.object({ locale: Language })
export const YearFile = z.object({
  id: z.uuid(),
  report: AnnualReportId,
  form: z.enum(yearForms),
  locale: Language,
})
