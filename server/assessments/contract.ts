import { z } from 'zod'
import { locales } from '#surveys/locale.ts'
import { moduleIds, mostModules } from '#surveys/optional-modules.ts'
import { mostOwnOptions, mostOwnQuestions } from '#surveys/own-question.ts'
import { Side } from '../accounts/contract.ts'

export const AssessmentId = z.uuid().brand<'AssessmentId'>()
export type AssessmentId = z.infer<typeof AssessmentId>

export const ById = z.object({ id: AssessmentId })

/** A node of the organization; its head count is of the people directly in it. */
export const Unit = z.object({
  id: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  headcount: z.int(),
})
export type Unit = z.infer<typeof Unit>

/** Who is counted together, after small units were merged. */
export const CountedUnit = z.object({
  id: z.string(),
  name: z.string(),
  headcount: z.int(),
  /** the units that are counted here */
  members: z.array(z.string()).readonly(),
})
export type CountedUnit = z.infer<typeof CountedUnit>

export const Contact = z.object({
  name: z.string().trim().min(1).max(80),
  phone: z.string().trim().min(2).max(40),
})
export type Contact = z.infer<typeof Contact>

const Language = z.enum(locales)
const Contacts = z.partialRecord(Language, z.array(Contact).max(8).readonly()).readonly()

/** Braces would be places for words, and are refused. */
const Wording = z
  .string()
  .trim()
  .min(1)
  .max(240)
  .regex(/^[^{}]*$/)
const InLanguages = z.partialRecord(Language, Wording).readonly()

/** A question of the organization's own, in a closed format. */
export const OwnQuestion = z
  .object({
    id: z.string().regex(/^own-[1-9]$/),
    format: z.enum(['agreement', 'yes-no', 'one-of']),
    title: InLanguages,
    options: z.array(InLanguages).max(mostOwnOptions).readonly(),
  })
  .refine(({ format, options }) =>
    format === 'one-of' ? options.length >= 2 : options.length === 0,
  )
export type OwnQuestion = z.infer<typeof OwnQuestion>

const areDistinct = (texts: readonly string[]): boolean =>
  new Set(texts).size === texts.length

/** What is asked beside the core, in its order. */
export const Questions = z.object({
  modules: z.array(z.enum(moduleIds)).max(mostModules).refine(areDistinct).readonly(),
  own: z
    .array(OwnQuestion)
    .max(mostOwnQuestions)
    .refine((own) => areDistinct(own.map(({ id }) => id)))
    .readonly(),
})
export type Questions = z.infer<typeof Questions>

/** Where people work: it decides which duties there are. */
export const countries = ['se', 'no', 'nl', 'ro', 'elsewhere'] as const

/** What an organization promises and settles before anybody is asked. */
export const Duties = z.object({
  /** set aside for acting on the results, whole units of the currency */
  budget: z.int().min(0).max(1_000_000_000).nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** who represents the staff, and what was agreed with them */
  staffAgreement: z.string().trim().max(200),
  /** who has a stake: sponsor, staff side, occupational health, … */
  stakeholders: z.array(z.string().trim().min(1).max(120)).max(12).readonly(),
  countries: z.array(z.enum(countries)).refine(areDistinct).readonly(),
  /** the policies read and settled, by id */
  policies: z.array(z.string().max(40)).max(20).readonly(),
  /** without both there are no questions about safety at home */
  safetyPartner: z.string().trim().max(120),
  safetySignedOffBy: z.string().trim().max(120),
})
export type Duties = z.infer<typeof Duties>

export const noDuties: Duties = {
  budget: null,
  currency: 'EUR',
  staffAgreement: '',
  stakeholders: [],
  countries: [],
  policies: [],
  safetyPartner: '',
  safetySignedOffBy: '',
}

/** Somebody read and agreed, for their side, to the duty to act. */
export const DutyRead = z.object({ role: Side, by: z.string() })
export type DutyRead = z.infer<typeof DutyRead>

/** What the organiser decides before anything is asked. */
export const Plan = z.object({
  name: z.string().trim().min(1).max(100),
  languages: z.array(Language).min(1).readonly(),
  contacts: Contacts,
  /** the day somebody last called the numbers */
  contactsCheckedOn: z.iso.date().nullable(),
  /** the last day of asking that is promised: to close before it takes two people */
  closesOn: z.iso.date().nullable().default(null),
  /** the day by which the results are promised */
  resultsBy: z.iso.date().nullable(),
  duties: Duties.default(noDuties),
})
export type Plan = z.infer<typeof Plan>

export const NewAssessment = z.object({ name: Plan.shape.name })

/** The text of a CSV file with the columns name, parent and headcount. */
export const UnitsFile = z.object({ csv: z.string().max(2_000_000) })

export const Approval = z.object({ revision: z.int() })

/** What two people decide together: to end the asking early, to publish, to give up. */
export const Matter = z.enum(['close', 'release', 'abort', 'resume'])
export type Matter = z.infer<typeof Matter>

export const OfMatter = z.object({ id: AssessmentId, matter: Matter })

/** One of the two agrees. It holds while the assessment stays in the state it was given in. */
export const Agreement = z.object({
  matter: Matter,
  role: Side,
  /** the person's name */
  by: z.string(),
})
export type Agreement = z.infer<typeof Agreement>

const planned = {
  ...Plan.shape,
  id: AssessmentId,
  /** whose assessment it is */
  organization: z.string(),
  example: z.boolean(),
  /** the earlier assessment whose next wave it is */
  follows: AssessmentId.nullable(),
  /** goes up with every change of a draft, so that nobody approves what they did not see */
  revision: z.int(),
  units: z.array(Unit).readonly(),
  counted: z.array(CountedUnit).readonly(),
  questions: Questions,
  /** which sides have read and agreed to the duty to act */
  dutyRead: z.array(DutyRead).readonly(),
  /** what has been agreed to and waits for the other side */
  agreed: z.array(Agreement).readonly(),
}
/** who approved this revision for the employee side */
const reviewed = { ...planned, approvedBy: z.string() }
const frozen = { ...reviewed, frozenOn: z.iso.date(), surveyNumber: z.string() }
const opened = { ...frozen, openedOn: z.iso.date() }
const closed = { ...opened, closedOn: z.iso.date() }
const released = { ...closed, releasedOn: z.iso.date() }
const aborted = {
  ...planned,
  /** null where it was given up as a draft: nobody but its organization knows of it */
  frozenOn: z.iso.date().nullable(),
  abortedOn: z.iso.date(),
  /** two people gave it up, or fewer answered than may ever be opened */
  abortedFor: z.enum(['decided', 'too-few-answers']),
}

export const DraftAssessment = z.object({ state: z.literal('draft'), ...planned })
export const ReviewedAssessment = z.object({ state: z.literal('reviewed'), ...reviewed })
export const FrozenAssessment = z.object({ state: z.literal('frozen'), ...frozen })
export const OpenAssessment = z.object({ state: z.literal('open'), ...opened })
export const ClosedAssessment = z.object({ state: z.literal('closed'), ...closed })
export const UnsealingAssessment = z.object({ state: z.literal('unsealing'), ...closed })
export const TalliedAssessment = z.object({ state: z.literal('tallied'), ...closed })
const JustReleased = z.object({ state: z.literal('released'), ...released })
export const AbortedAssessment = z.object({ state: z.literal('aborted'), ...aborted })

/** Keys, envelopes and shares are destroyed; what was released stays. */
const ShreddedAfterRelease = z.object({
  state: z.literal('shredded'),
  ended: z.literal('released'),
  ...released,
  shreddedOn: z.iso.date(),
})
const ShreddedAfterAbort = z.object({
  state: z.literal('shredded'),
  ended: z.literal('aborted'),
  ...aborted,
  shreddedOn: z.iso.date(),
})

/**
 * One way: draft, reviewed, frozen, open, closed, unsealing, tallied, released, shredded; from
 * every state before released also aborted, and then shredded. A changed draft is a draft again.
 */
export const Assessment = z.discriminatedUnion('state', [
  DraftAssessment,
  ReviewedAssessment,
  FrozenAssessment,
  OpenAssessment,
  ClosedAssessment,
  UnsealingAssessment,
  TalliedAssessment,
  JustReleased,
  AbortedAssessment,
  z.discriminatedUnion('ended', [ShreddedAfterRelease, ShreddedAfterAbort]),
])
export type Assessment = z.infer<typeof Assessment>
export type DraftAssessment = z.infer<typeof DraftAssessment>
export type ReviewedAssessment = z.infer<typeof ReviewedAssessment>
export type FrozenAssessment = z.infer<typeof FrozenAssessment>
export type OpenAssessment = z.infer<typeof OpenAssessment>
export type ClosedAssessment = z.infer<typeof ClosedAssessment>
export type UnsealingAssessment = z.infer<typeof UnsealingAssessment>
export type TalliedAssessment = z.infer<typeof TalliedAssessment>
export type AbortedAssessment = z.infer<typeof AbortedAssessment>
/** Its release stands, whether or not everything else has been destroyed yet. */
export type ReleasedAssessment =
  | z.infer<typeof JustReleased>
  | z.infer<typeof ShreddedAfterRelease>
/** May still be changed: before it is frozen. */
export type ChangeableAssessment = DraftAssessment | ReviewedAssessment
export type State = Assessment['state']

/** Whether there are figures to read. */
export function isReleased(assessment: Assessment): assessment is ReleasedAssessment {
  return (
    assessment.state === 'released' ||
    (assessment.state === 'shredded' && assessment.ended === 'released')
  )
}

/** Whether it may still be changed. */
export function isChangeable(assessment: Assessment): assessment is ChangeableAssessment {
  return assessment.state === 'draft' || assessment.state === 'reviewed'
}

export const Assessments = z.array(Assessment).readonly()

/** What somebody who holds groups and interviews knows of an assessment: neither units nor plan. */
export const Study = z.object({
  id: AssessmentId,
  name: z.string(),
  organization: z.string(),
  example: z.boolean(),
  state: z.string(),
  languages: Plan.shape.languages,
})
export type Study = z.infer<typeof Study>

export const Studies = z.array(Study).readonly()
