/** The few words of its own that a questionnaire needs, in the reader's language. */
export interface QuestionnaireWords {
  readonly next: string
  readonly back: string
  /** on the last page, in place of `next` */
  readonly finish: string
  /** takes an answer back */
  readonly clear: string
  /** beside a question that must be answered */
  readonly needed: string
  /** said when such a question was left out */
  readonly missing: string
  /** "Part 2 of 7" */
  readonly part: (place: number, of: number) => string
  /** said when as many choices are made as may be */
  readonly enough: (most: number) => string
}
