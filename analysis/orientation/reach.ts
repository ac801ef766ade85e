import type { Locale } from '#surveys/locale.ts'

/** The kinds of sessions that introduce a program. */
export const briefingKinds = ['group', 'individual', 'manager'] as const
export type BriefingKind = (typeof briefingKinds)[number]

/** When people work for whom a session is held. */
export const shifts = ['day', 'evening', 'night', 'weekend'] as const
export type Shift = (typeof shifts)[number]

/** How many sentences the quiz of a session has; individual talks have none. */
export const quizLength: Readonly<Record<BriefingKind, number>> = {
  group: 6,
  individual: 0,
  manager: 10,
}

/** What people are asked at the end, by a show of hands. */
export const feedbackQuestions = ['way-known', 'private-known', 'answered'] as const
export type FeedbackQuestion = (typeof feedbackQuestions)[number]

/** What was counted in a session, or in all individual talks of one language. */
export interface Counted {
  readonly kind: BriefingKind
  /** null for individual talks: theirs is the hour of one person */
  readonly shift: Shift | null
  readonly language: Locale
  /** null for individual talks */
  readonly day: string | null
  readonly attended: number
  /** how many answered the quiz, and how many had each sentence right */
  readonly quiz: { readonly answered: number; readonly right: readonly number[] } | null
  readonly feedback: {
    readonly answered: number
    readonly yes: Readonly<Record<FeedbackQuestion, number>>
  } | null
}

/** People in tens, downwards: never fewer than the number says, never ten more. */
export type Tens =
  | { readonly kind: 'shown'; readonly atLeast: number }
  | { readonly kind: 'hidden' }

/** A share in tens of percent; 10 stands for ten or fewer, 90 for ninety or more. */
export type ShareInTens =
  | { readonly kind: 'shown'; readonly percent: number }
  | { readonly kind: 'hidden' }

/** Of so few nobody may be told apart: nor of so few who did not come. */
const fewestReached = 10

/** The share of all people to be reached, and within how many months after the start. */
export const reachTarget = { percent: 80, months: 3 } as const

const hidden = { kind: 'hidden' } as const
const step = 10
const downwards = (count: number): number => Math.floor(count / step) * step

/** @param count of people, in tens; hidden below ten */
export function tensOf(count: number): Tens {
  return count < fewestReached ? hidden : { kind: 'shown', atLeast: downwards(count) }
}

/**
 * The same of a known number of people. Where fewer than ten did not come, it says no more than
 * it would if ten had not.
 *
 * @param people head count; whoever comes twice is counted twice, so the count may be greater
 */
export function tensOfAll(count: number, people: number): Tens {
  return tensOf(Math.min(count, people - fewestReached))
}

/** A share of those who answered; hidden below ten answers. */
export function shareInTens(count: number, answered: number): ShareInTens {
  if (answered < fewestReached) return hidden
  const rounded = Math.round((count / answered) * step) * step
  return { kind: 'shown', percent: Math.min(90, Math.max(10, rounded)) }
}

/** Whether the target is met, as far as what is shown tells. */
export type TargetMet = 'yes' | 'not-yet' | 'cannot-tell'

/** Told by the shown number alone: a sharper answer would be a sharper number. */
export function targetMet(reached: Tens, people: number): TargetMet {
  const wanted = (people * reachTarget.percent) / 100
  if (downwards(people - fewestReached) < wanted) return 'cannot-tell'
  return reached.kind === 'shown' && reached.atLeast >= wanted ? 'yes' : 'not-yet'
}

export interface UnitReached {
  readonly unit: string
  readonly headcount: number
  readonly reached: Tens
}

/**
 * How many were reached in each unit: shown where ten came and ten did not. One hidden unit
 * alone would be what is left of the whole, so that a second one is hidden with it.
 *
 * @param counts by unit; a unit without one was left out
 */
export function unitsReached(
  units: readonly { readonly id: string; readonly headcount: number }[],
  counts: Readonly<Record<string, number>>,
): readonly UnitReached[] {
  const shown = units.filter((unit) => isShowable(counts[unit.id], unit.headcount))
  const isOneLeft = units.length - shown.length === 1
  const [least] = shown.toSorted((a, b) => (counts[a.id] ?? 0) - (counts[b.id] ?? 0))
  return units.map((unit) => {
    const isShown = shown.includes(unit) && !(isOneLeft && unit === least)
    const reached = isShown ? tensOf(counts[unit.id] ?? 0) : hidden
    return { unit: unit.id, headcount: unit.headcount, reached }
  })
}

/** Whether a unit's total may be kept and shown: ten came, and ten did not. */
export function isShowable(count: number | undefined, headcount: number): boolean {
  if (count === undefined) return false
  return count >= fewestReached && headcount - count >= fewestReached
}

/** How a program's sessions reach people, with nothing in it about few. */
export interface Reach {
  readonly people: number
  /** the last day that counts for the target; null where no start is known */
  readonly until: string | null
  readonly reached: Tens
  readonly target: TargetMet
  readonly byShift: readonly { readonly shift: Shift; readonly reached: Tens }[]
  readonly byLanguage: readonly { readonly language: Locale; readonly reached: Tens }[]
  readonly quizzes: readonly {
    readonly kind: BriefingKind
    readonly right: readonly ShareInTens[]
  }[]
  readonly feedback: readonly {
    readonly question: FeedbackQuestion
    readonly yes: ShareInTens
  }[]
}

/** What reach is computed from. */
export interface ToReach {
  readonly counted: readonly Counted[]
  readonly people: number
  readonly until: string | null
  /** shifts that a session is planned for */
  readonly shifts: readonly Shift[]
  readonly languages: readonly Locale[]
}

/** Shifts and languages are never crossed, and every number stands in tens. */
export function reachOf({ counted, people, until, ...planned }: ToReach): Reach {
  const inTime = counted.filter(({ day }) => !until || day === null || day <= until)
  const reached = tensOfAll(attendedIn(inTime), people)
  return {
    people,
    until,
    reached,
    target: targetMet(reached, people),
    byShift: planned.shifts.map((shift) => ({
      shift,
      reached: tensOf(attendedIn(counted.filter((one) => one.shift === shift))),
    })),
    byLanguage: planned.languages.map((language) => ({
      language,
      reached: tensOf(attendedIn(counted.filter((one) => one.language === language))),
    })),
    quizzes: (['group', 'manager'] as const).map((kind) => ({
      kind,
      right: rightIn(counted, kind),
    })),
    feedback: feedbackQuestions.map((question) => ({
      question,
      yes: yesIn(counted, question),
    })),
  }
}

const attendedIn = (counted: readonly Counted[]): number =>
  counted.reduce((sum, { attended }) => sum + attended, 0)

function rightIn(
  counted: readonly Counted[],
  kind: BriefingKind,
): readonly ShareInTens[] {
  const quizzes = counted.flatMap((one) => (one.kind === kind ? (one.quiz ?? []) : []))
  const answered = quizzes.reduce((sum, quiz) => sum + quiz.answered, 0)
  return Array.from({ length: quizLength[kind] }, (_, index) => {
    const right = quizzes.reduce((sum, quiz) => sum + (quiz.right[index] ?? 0), 0)
    return shareInTens(right, answered)
  })
}

function yesIn(counted: readonly Counted[], question: FeedbackQuestion): ShareInTens {
  const given = counted.flatMap(({ feedback }) => feedback ?? [])
  const answered = given.reduce((sum, one) => sum + one.answered, 0)
  return shareInTens(
    given.reduce((sum, one) => sum + one.yes[question], 0),
    answered,
  )
}

/** @returns the last day of the months after a day: `2026-11-30` and 3 give `2027-02-28` */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const moment = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
  return moment.toISOString().slice(0, 10)
}
