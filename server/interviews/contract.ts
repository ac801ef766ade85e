import { z } from 'zod'
import type { Answers } from '#surveys/questionnaire.ts'
import { AssessmentId, Contact } from '../assessments/contract.ts'

export const InterviewId = z.uuid().brand<'InterviewId'>()
export type InterviewId = z.infer<typeof InterviewId>

export const ByInterview = z.object({ id: AssessmentId, interview: InterviewId })

/**
 * One way: planned (a link was made), prepared (the manager handed in), talked (the facilitator
 * completed it), approved (the manager read the summary and agreed: from here on it counts),
 * locked (its words are gone, but for the sentences that were let out). After the release only
 * what is locked counts, and with others.
 */
export const interviewStates = [
  'planned',
  'prepared',
  'talked',
  'approved',
  'locked',
] as const
const InterviewState = z.enum(interviewStates)
export type InterviewState = z.infer<typeof InterviewState>

export const InviteManager = z.object({
  /** units of the assessment; everything below one belongs to it */
  units: z.array(z.string().max(200)).min(1).max(500),
  /** what the organiser remembers the link by; kept until the manager hands in, and no longer */
  label: z.string().trim().min(1).max(40),
})
export type InviteManager = z.infer<typeof InviteManager>

/** An invitation the manager has not used yet. */
export const PlannedInterview = z.object({
  id: InterviewId,
  label: z.string(),
  /** the units it is about */
  units: z.array(z.string()).readonly(),
})
export type PlannedInterview = z.infer<typeof PlannedInterview>

/** What both sides may know of the interviews: how many there are in each state. */
export const InterviewOverview = z.object({
  states: z.record(InterviewState, z.int()),
  /** for the organiser, who hands the links over; empty for everybody else */
  planned: z.array(PlannedInterview).readonly(),
  /** the results are out: managers are heard up to this day; null before */
  heardUntil: z.iso.date().nullable(),
})
export type InterviewOverview = z.infer<typeof InterviewOverview>

/** Shown once; only its hash is kept. */
export const InterviewLink = z.object({ link: z.string() })
export type InterviewLink = z.infer<typeof InterviewLink>

const Written = z.record(z.string().max(60), z.string().max(200_000))

/** What a manager says, as the form has it; both are checked against the form. */
const said = {
  answers: z.record(z.string(), z.unknown()),
  texts: Written,
  /** pieces of text that the writer says are no person */
  harmless: z
    .array(z.object({ field: z.string().max(60), piece: z.string().max(200) }))
    .max(200),
}

const Secret = z.string().min(20).max(100)
const Version = z.int().min(0)

export const AtInterviewDoor = z.object({ secret: Secret })
/** 256 bits, base64url: the browser made it, and shows the link it belongs to. */
const NewSecret = z.string().regex(/^[\w-]{43}$/)

/**
 * What the manager prepared, and the secret of the link that will lead to the summary. Whoever
 * made the first link knows it, and must not read what is written with it.
 */
export const HandIn = z.object({ secret: Secret, next: NewSecret, ...said })
export type HandIn = z.infer<typeof HandIn>
/** `version` is the one that was read: who changes or approves another is told so. */
export const Correct = z.object({ secret: Secret, version: Version, ...said })
export type Correct = z.infer<typeof Correct>
export const ApproveSummary = z.object({ secret: Secret, version: Version })
export type ApproveSummary = z.infer<typeof ApproveSummary>
export const CompleteTalk = z.object({ version: Version, ...said })
export type CompleteTalk = z.infer<typeof CompleteTalk>

/** What was said so far, for the two who may read it. */
const Content = z.object({
  answers: z.custom<Answers>((value) => typeof value === 'object' && value !== null),
  texts: z.record(z.string(), z.string()),
  harmless: said.harmless.readonly(),
})
export type Content = z.infer<typeof Content>

/** What a manager finds behind the link. */
export const InterviewDoor = z.object({
  assessment: z.object({
    name: z.string(),
    organization: z.string(),
    example: z.boolean(),
  }),
  /** names of the units */
  team: z.array(z.string()).readonly(),
  people: z.int(),
  contacts: z.partialRecord(z.string(), z.array(Contact).readonly()),
  state: z.enum(['planned', 'prepared', 'talked', 'approved']),
  version: Version,
  /** null before there is a summary to read, and again once it is approved */
  content: Content.nullable(),
  /** the results are out: what comes now counts with others, up to this day; null before */
  heardUntil: z.iso.date().nullable(),
})
export type InterviewDoor = z.infer<typeof InterviewDoor>

/** An interview as the facilitator's list shows it. */
export const Talk = z.object({
  id: InterviewId,
  team: z.array(z.string()).readonly(),
  people: z.int(),
  state: InterviewState,
})
export type Talk = z.infer<typeof Talk>
export const Talks = z.array(Talk).readonly()
export type Talks = z.infer<typeof Talks>

/** One interview, for the facilitator who completes it. */
export const OpenTalk = Talk.extend({ version: Version, content: Content.nullable() })
export type OpenTalk = z.infer<typeof OpenTalk>

/** The link is there when the manager has none that leads to the summary yet. */
export const CompletedTalk = z.object({ talk: OpenTalk, link: z.string().nullable() })
export type CompletedTalk = z.infer<typeof CompletedTalk>

/** What a sentence is about. */
export const sentenceKinds = ['incident', 'idea', 'wish'] as const
const Sentence = z.object({
  kind: z.enum(sentenceKinds),
  text: z.string().trim().min(1).max(200_000),
})

/** The sentences a facilitator lets out, in words of their own; the rest is erased. */
export const LetOut = z.object({
  version: Version,
  sentences: z.array(Sentence).max(20),
  harmless: z.array(z.string().max(200)).max(200),
})
export type LetOut = z.infer<typeof LetOut>

/** What managers said in words: without unit, role or size, in an order that tells nothing. */
export const ManagerVoices = z.object({
  sentences: z.array(Sentence).readonly(),
})
export type ManagerVoices = z.infer<typeof ManagerVoices>
