/**
 * Everything that is not taken over from a file, and whether it costs the question it stood at
 * or something of it. Each has a sentence that says why.
 */
export const leftOutKinds = {
  'free-text': 'question',
  date: 'question',
  'file-upload': 'question',
  ranking: 'question',
  'number-unlimited': 'question',
  'number-wide': 'question',
  'unknown-kind': 'question',
  repeat: 'question',
  calculation: 'question',
  picture: 'part',
  'picture-question': 'question',
  information: 'question',
  'remote-choices': 'question',
  hidden: 'question',
  piping: 'question',
  'no-text': 'question',
  'text-too-long': 'question',
  'options-unfit': 'question',
  'other-option': 'part',
  logic: 'part',
  quota: 'part',
  validation: 'part',
  'random-order': 'part',
  'default-answer': 'part',
  'respondent-data': 'part',
  scoring: 'part',
  script: 'part',
  markup: 'part',
  'page-texts': 'part',
  'language-incomplete': 'part',
  'language-unknown': 'part',
} as const satisfies Readonly<Record<string, 'question' | 'part'>>

export type LeftOutKind = keyof typeof leftOutKinds

/** One thing that is not taken over, and where it stood: a name, a number, a row of the file. */
export interface LeftOut {
  readonly kind: LeftOutKind
  readonly where: string
}

/** Why a file cannot be read at all; each has a sentence that says what to do. */
export const fileFaults = [
  'empty',
  'too-large',
  'kind-unknown',
  'old-excel',
  'not-text',
  'not-json',
  'not-xml',
  'declares-entities',
  'zip-damaged',
  'unpacks-too-large',
  'too-deep',
  'sheet-missing',
  'column-missing',
  'not-a-questionnaire',
  'too-many-items',
  'nothing-to-take',
] as const
export type FileFault = (typeof fileFaults)[number]

/** A file that cannot be read: what is wrong, and where. Stays inside this folder. */
export class UnreadableFile extends Error {
  readonly fault: FileFault
  readonly where: string

  constructor(fault: FileFault, where = '') {
    super(fault)
    this.name = 'UnreadableFile'
    this.fault = fault
    this.where = where
  }
}
