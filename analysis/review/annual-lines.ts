/** What stands in a line of the provider's annual report. */
export type LineKind =
  /** a month: `2026-01` */
  | 'month'
  | 'yes-no'
  /** when a person counts as a case, by its id */
  | 'case'
  /** people, each counted once */
  | 'people'
  /** visits, meetings: nobody is counted */
  | 'events'
  /** an average or a median, with a decimal */
  | 'measure'
  /** a mean from 0 to 100 */
  | 'score'

/**
 * When somebody counts as a case. Both count a person once in the period, so that a number of
 * cases is a number of people: of twelve problems one person may have had all.
 */
export const caseMeanings = ['session', 'contact'] as const
export type CaseMeaning = (typeof caseMeanings)[number]

/**
 * Tables whose lines add up to the new cases. In each the last line is for what fits nowhere
 * else; the others stand from the usual to the rare.
 */
export const annualTables = {
  route: ['self', 'manager', 'health', 'relations', 'other'],
  topic: ['mind', 'work', 'relations', 'care', 'money', 'body', 'dependence', 'other'],
  mode: ['room', 'phone', 'video', 'text', 'other'],
  language: ['en', 'sv', 'nb', 'nl', 'ro', 'other'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type AnnualTableId = keyof typeof annualTables
export type Topic = (typeof annualTables)['topic'][number]

export const annualTableIds = Object.keys(annualTables) as readonly AnnualTableId[] // its keys

/** Thirds of a year that the period is divided into: the first three months, and so on. */
export const quarters = ['q1', 'q2', 'q3', 'q4'] as const
export type Quarter = (typeof quarters)[number]

/** Ways of contact beside new cases; people unless they are events. */
export const contactKinds = [
  'reopened',
  'information',
  'managers',
  'groups',
  'orientation',
  'portal',
] as const
export type ContactKind = (typeof contactKinds)[number]

/** Own questions on work and life at the start and about ninety days later; 100 is best. */
export const outcomeKinds = ['focus', 'present', 'engaged', 'calm', 'life'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

const contactLines = {
  'contacts.new': 'people',
  'contacts.reopened': 'people',
  'contacts.information': 'people',
  'contacts.managers': 'people',
  'contacts.groups': 'events',
  'contacts.orientation': 'people',
  'contacts.portal': 'events',
} as const

const outcomeLines = Object.fromEntries(
  outcomeKinds.flatMap((kind) =>
    ['before', 'after', 'spread'].map((which) => [`outcome.${kind}.${which}`, 'score']),
  ),
) as Readonly<Record<`outcome.${OutcomeKind}.${'before' | 'after' | 'spread'}`, 'score'>>

const tableLines = Object.fromEntries(
  annualTableIds.flatMap((table) =>
    annualTables[table].map((line) => [`${table}.${line}`, 'people']),
  ),
) as Readonly<
  Record<
    {
      [Table in AnnualTableId]: `${Table}.${(typeof annualTables)[Table][number]}`
    }[AnnualTableId],
    'people'
  >
>

/** Every line of the report, in the order of the form, by its id: part and name. */
export const annualLines = {
  'about.from': 'month',
  'about.to': 'month',
  'about.covered': 'people',
  'about.family': 'yes-no',
  'about.case': 'case',
  ...contactLines,
  'quarter.q1': 'people',
  'quarter.q2': 'people',
  'quarter.q3': 'people',
  'quarter.q4': 'people',
  ...tableLines,
  'flow.waiting': 'measure',
  'flow.soon': 'people',
  'flow.sessions': 'measure',
  'flow.referred': 'people',
  'flow.closed': 'people',
  'flow.planned': 'people',
  'satisfaction.asked': 'people',
  'satisfaction.answered': 'people',
  'satisfaction.satisfied': 'people',
  'safety.complaints': 'events',
  'safety.complaints-resolved': 'events',
  'safety.breaches': 'events',
  'safety.breaches-resolved': 'events',
  'outcome.started': 'people',
  'outcome.matched': 'people',
  ...outcomeLines,
  'vetting.counsellors': 'events',
  'vetting.vetted': 'events',
} as const satisfies Readonly<Record<string, LineKind>>

export type AnnualLine = keyof typeof annualLines

export const annualLineIds = Object.keys(annualLines) as readonly AnnualLine[] // its keys

export const kindOf = (line: AnnualLine): LineKind => annualLines[line]

/** The part of the form a line stands in. */
export type AnnualPart = AnnualLine extends `${infer Part}.${string}` ? Part : never

export const partOf = (line: AnnualLine): AnnualPart =>
  line.slice(0, line.indexOf('.')) as AnnualPart // what stands before its first point

/** The parts of the form, in order. */
export const annualParts: readonly AnnualPart[] = [...new Set(annualLineIds.map(partOf))]

/** Without these there is no report. */
export const neededLines = [
  'about.from',
  'about.to',
  'about.covered',
  'about.family',
  'about.case',
  'contacts.new',
  'safety.complaints',
  'safety.breaches',
] as const satisfies readonly AnnualLine[]
