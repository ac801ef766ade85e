import { z } from 'zod'
import { type IndicatorId, indicatorIds } from '#analysis/indicators/catalogue.ts'
import { isPeriod, type Period as PeriodText } from '#analysis/indicators/period.ts'
import { locales } from '#surveys/locale.ts'

export const FigureId = z.uuid().brand<'FigureId'>()
export type FigureId = z.infer<typeof FigureId>

const Indicator = z.enum(indicatorIds as readonly [IndicatorId, ...IndicatorId[]])

/** A calendar year or half of one: `2025`, `2025-H1`. */
const Period = z.custom<PeriodText>(
  (value) => typeof value === 'string' && isPeriod(value),
  'a year such as 2025, or a half-year such as 2025-H1',
)

const told = {
  /** a reporting unit; null for the whole organization */
  unit: z.string().nullable(),
  indicator: Indicator,
  period: Period,
  value: z.number(),
  /** how many people it stands for, or interviews it was heard in */
  people: z.int().nullable(),
  source: z.string(),
}

/** One figure of a group, as the personnel office told it. Context; it is in no score. */
export const Figure = z.object({ id: FigureId, ...told })
export type Figure = z.infer<typeof Figure>

export const Figures = z.object({ figures: z.array(Figure).readonly() })
export type Figures = z.infer<typeof Figures>

/** The text of a CSV file with the columns of the template, in any of the languages. */
export const FiguresFile = z.object({ csv: z.string().max(2_500_000) })

/** A file as it was looked at: what is kept is what the preview showed, or nothing. */
export const KeepFigures = FiguresFile.extend({
  outcome: z.string().max(100),
  /** somebody looked again at the figures that are unusual */
  checked: z.boolean(),
})
export type KeepFigures = z.infer<typeof KeepFigures>

export const columns = [
  'unit',
  'indicator',
  'measured-in',
  'period',
  'value',
  'people',
  'source',
] as const
export type Column = (typeof columns)[number]

/** Why a line cannot be kept; each has a sentence that says what to do. */
export const lineFaults = [
  'too-many-cells',
  'unit',
  'merged',
  'divided',
  'indicator',
  'period',
  'period-running',
  'period-old',
  'year-only',
  'mixed-periods',
  'number',
  'unclear-number',
  'whole-number',
  'impossible',
  'people-number',
  'people-missing',
  'people-too-many',
  'few-interviews',
  'few-people',
  'organization-only',
  'large-units-only',
  'small-rest',
  'few-in-rest',
  'source-missing',
  'source-long',
  'source-personal',
  'twice',
] as const
export type LineFault = (typeof lineFaults)[number]

/** Lines that are refused for one reason. */
export const RefusedLines = z.object({
  fault: z.enum(lineFaults),
  column: z.enum(columns),
  /** what the sentence names: names of our own units, limits */
  words: z.record(z.string(), z.union([z.string(), z.number()])),
  /** the first of them */
  lines: z.array(z.int()).readonly(),
  /** how many more there are */
  more: z.int(),
})
export type RefusedLines = z.infer<typeof RefusedLines>

/** A line that can be kept, and what it would change. */
export const KeptLine = z.object({
  line: z.int(),
  figure: z.object(told),
  change: z.enum(['new', 'changed', 'same']),
  /** the value that stands there now */
  before: z.number().nullable(),
  /** unusually low or high: somebody should look again */
  doubt: z.enum(['low', 'high']).nullable(),
})
export type KeptLine = z.infer<typeof KeptLine>

/** What a file would change. Nothing has been changed yet. */
export const FiguresPreview = z.object({
  kept: z.array(KeptLine).readonly(),
  refused: z.array(RefusedLines).readonly(),
  refusedLines: z.int(),
  /** lines of the template without a value */
  empty: z.int(),
  /** headings of columns that were not read */
  unread: z.array(z.string()).readonly(),
  /** stands for exactly this outcome */
  outcome: z.string(),
})
export type FiguresPreview = z.infer<typeof FiguresPreview>

export const TemplateChoice = z.object({ locale: z.enum(locales) })
export const TemplatePeriod = z.object({ period: Period })
