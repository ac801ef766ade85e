import { type LeftOut, type LeftOutKind, UnreadableFile } from './left-out.ts'

/** A text as a file has it, by language; with markup and all. */
export type RawWording = ReadonlyMap<string, string>

export interface DraftOption {
  readonly value: string
  readonly text: RawWording
  readonly exclusive?: boolean
}

export type DraftFormat =
  | { readonly kind: 'one-of'; readonly options: readonly DraftOption[] }
  | {
      readonly kind: 'any-of'
      readonly options: readonly DraftOption[]
      readonly atMost?: number | undefined
    }
  | {
      readonly kind: 'whole-number'
      readonly from: number | undefined
      readonly to: number | undefined
      readonly fromText?: RawWording | undefined
      readonly toText?: RawWording | undefined
    }

export interface DraftItem {
  readonly name: string
  readonly where: string
  readonly title: RawWording
  readonly hint?: RawWording | undefined
  readonly format: DraftFormat
}

export interface DraftSection {
  readonly heading?: RawWording | undefined
  readonly lead?: RawWording | undefined
  readonly where: string
  readonly items: readonly DraftItem[]
}

/** What a file says, before anything of it was cleaned, counted or checked. */
export interface Draft {
  readonly title: RawWording
  /** the language that everything has to exist in */
  readonly main: string
  readonly sections: readonly DraftSection[]
  readonly leftOut: readonly LeftOut[]
}

/** Something is not taken over: what, and where it stood. */
export type LeaveOut = (kind: LeftOutKind, where: string) => void

/** So many things left out, and so many questions of every kind, no questionnaire has. */
const mostLeftOut = 5_000
const mostQuestions = 1_000

/** Stops a file that has far more questions than can be taken, before more is made of it. */
export function questionCounter(): (more: number) => void {
  let counted = 0
  return (more) => {
    counted += more
    if (counted > mostQuestions) throw new UnreadableFile('too-many-items')
  }
}

/** A list of what was left out that says each thing once. */
export function leftOutList(): {
  readonly leave: LeaveOut
  readonly list: () => readonly LeftOut[]
} {
  const found = new Map<string, LeftOut>()
  return {
    leave(kind, where) {
      found.set(`${kind} ${where}`, { kind, where })
      if (found.size > mostLeftOut) throw new UnreadableFile('too-many-items')
    },
    list: () => [...found.values()],
  }
}
