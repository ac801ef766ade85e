/** One text in every language it exists in, by language tag (`en`, `nb`, `pt-br`). */
export type Wording = Readonly<Record<string, string>>

export interface InstrumentOption {
  readonly value: string
  readonly text: Wording
  /** chosen alone, or not at all */
  readonly exclusive?: true
}

/** The closed ways of answering that can be asked here. */
export type InstrumentFormat =
  | { readonly kind: 'one-of'; readonly options: readonly InstrumentOption[] }
  | {
      readonly kind: 'any-of'
      readonly options: readonly InstrumentOption[]
      readonly atMost?: number
    }
  | {
      readonly kind: 'whole-number'
      readonly from: number
      readonly to: number
      /** what the ends of the scale mean */
      readonly fromText?: Wording
      readonly toText?: Wording
    }

export interface InstrumentItem {
  /** letters, digits, `-`, `_` and `.`; begins with a letter */
  readonly id: string
  readonly title: Wording
  readonly hint?: Wording
  readonly format: InstrumentFormat
  /** written to other tools; never read from them: answers here lead nowhere */
  readonly shownWhen?: { readonly item: string; readonly isAnyOf: readonly string[] }
}

/** Questions that stand together, below a heading and a sentence where there are any. */
export interface InstrumentSection {
  readonly heading?: Wording
  readonly lead?: Wording
  readonly items: readonly InstrumentItem[]
}

/** A questionnaire as it travels between tools: closed questions only, in plain text. */
export interface Instrument {
  readonly title: Wording
  /** complete in each of them: every question and every option; the main one first */
  readonly languages: readonly string[]
  readonly sections: readonly InstrumentSection[]
}

/** Where instruments come from, and go to. */
export const instrumentFormats = [
  'surveyjs',
  'xlsform',
  'limesurvey',
  'qualtrics',
] as const
export type InstrumentSource = (typeof instrumentFormats)[number]

export const exportFormats = ['surveyjs', 'xlsform'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What no file may go beyond: far above any questionnaire, far below what hurts a server. */
export const instrumentLimits = {
  fileBytes: 5_000_000,
  unpackedBytes: 40_000_000,
  /** unpacked for one packed byte; a workbook has about ten */
  unpackedRatio: 200,
  zipEntries: 200,
  items: 300,
  textCharacters: 2_000,
  options: 60,
  languages: 20,
  /** from the smallest to the largest number: wider ones can point to one person */
  numberSteps: 20,
} as const

export function itemsIn({
  sections,
}: Pick<Instrument, 'sections'>): readonly InstrumentItem[] {
  return sections.flatMap(({ items }) => items)
}
