import { z } from 'zod'
import { briefingKinds, feedbackQuestions, shifts } from '#analysis/orientation/reach.ts'
import { isZone } from '#analysis/orientation/wall-clock.ts'
import { locales } from '#surveys/locale.ts'
import { AssessmentId } from '../assessments/contract.ts'

export const BriefingId = z.uuid().brand<'BriefingId'>()
export type BriefingId = z.infer<typeof BriefingId>

const Language = z.enum(locales)

export const OfBriefing = z.object({ id: AssessmentId, briefing: BriefingId })
export const InLanguage = z.object({ id: AssessmentId, locale: Language })
export const OfBriefingInLanguage = OfBriefing.extend({ locale: Language })

/** One line of words; PostgreSQL keeps no zero character. */
const Line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    .regex(/^[^\u0000-\u001f\u007f]*$/)

const planned = {
  kind: z.enum(briefingKinds),
  day: z.iso.date(),
  /** by the clock on the wall there */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 14:30'),
  zone: z.string().max(60).refine(isZone, 'a time zone such as Europe/Oslo'),
  minutes: z.int().min(10).max(240),
  shift: z.enum(shifts),
  language: Language,
  mode: z.enum(['onsite', 'online']),
  /** a room, or the link of an online session */
  place: Line(200),
  /** who leads it, as it is printed */
  leader: Line(80),
  /** chairs; one for an individual talk */
  seats: z.int().min(1).max(200),
  /** whether seats can be booked; else people just come */
  booking: z.boolean(),
}

/** A session as it is planned. What is not named here is refused, names of people as well. */
export const BriefingPlan = z.strictObject(planned)
export type BriefingPlan = z.infer<typeof BriefingPlan>

/** One session, or several one after another. */
export const NewBriefings = z.strictObject({ ...planned, times: z.int().min(1).max(12) })
export type NewBriefings = z.infer<typeof NewBriefings>

/** How many seats are taken: in fives, so that nobody can watch a number rise. */
const Taken = z.object({ from: z.int(), to: z.int() })

const Briefing = z.object({
  ...planned,
  id: BriefingId,
  cancelled: z.boolean(),
  /** whether it has begun */
  begun: z.boolean(),
  /** null where none can be booked, or it is over */
  taken: Taken.nullable(),
  /** whether its totals have been entered; they are never shown again */
  counted: z.boolean(),
})
export type Briefing = z.infer<typeof Briefing>

/** Sentences to send by the organization's own ways, to everybody. */
const Reminder = z.object({
  language: Language,
  subject: z.string(),
  mail: z.string(),
  message: z.string(),
})
export type Reminder = z.infer<typeof Reminder>

export const Schedule = z.object({
  /** what it introduces, by name */
  name: z.string(),
  languages: z.array(Language).readonly(),
  /** the address where everybody sees the sessions and books a seat */
  page: z.string(),
  /** whether that page can be read by now */
  published: z.boolean(),
  briefings: z.array(Briefing).readonly(),
  /** languages in which individual talks were counted */
  talksCounted: z.array(Language).readonly(),
  reminders: z.array(Reminder).readonly(),
})
export type Schedule = z.infer<typeof Schedule>

const People = z.int().min(0).max(500)
const yes = Object.fromEntries(
  feedbackQuestions.map((question) => [question, People]),
) as Readonly<Record<(typeof feedbackQuestions)[number], typeof People>>

/** Numbers alone. A name, a list or a remark has no place in it, and is refused. */
export const Totals = z.strictObject({
  attended: People,
  /** how many answered the quiz, and how many had each sentence right */
  quiz: z
    .strictObject({ answered: People, right: z.array(People).max(10).readonly() })
    .nullable(),
  feedback: z.strictObject({ answered: People, yes: z.strictObject(yes) }).nullable(),
})
export type Totals = z.infer<typeof Totals>

/** All individual talks held so far in one language, in one number. */
export const TalksHeld = z.strictObject({ held: z.int().min(0).max(100_000) })

/** How many were reached in each unit; units that are left out are not shown. */
export const UnitTotals = z.strictObject({
  units: z.record(z.string().max(80), z.int().min(0).max(1_000_000)),
})
export type UnitTotals = z.infer<typeof UnitTotals>

const Tens = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shown'), atLeast: z.int() }),
  z.object({ kind: z.literal('hidden') }),
])
const ShareInTens = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shown'), percent: z.int() }),
  z.object({ kind: z.literal('hidden') }),
])

/** How the sessions reach people: in tens, and nothing about fewer than ten. */
export const ReachPage = z.object({
  people: z.int(),
  until: z.iso.date().nullable(),
  reached: Tens,
  target: z.enum(['yes', 'not-yet', 'cannot-tell']),
  byShift: z.array(z.object({ shift: z.enum(shifts), reached: Tens })).readonly(),
  byLanguage: z.array(z.object({ language: Language, reached: Tens })).readonly(),
  units: z
    .array(
      z.object({
        unit: z.string(),
        name: z.string(),
        headcount: z.int(),
        reached: Tens,
      }),
    )
    .readonly(),
  quizzes: z
    .array(
      z.object({ kind: z.enum(briefingKinds), right: z.array(ShareInTens).readonly() }),
    )
    .readonly(),
  feedback: z
    .array(z.object({ question: z.enum(feedbackQuestions), yes: ShareInTens }))
    .readonly(),
})
export type ReachPage = z.infer<typeof ReachPage>
