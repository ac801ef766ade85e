import { z } from 'zod'
import { locales } from '#surveys/locale.ts'

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

/** What the organiser decides before anything is asked. */
export const Plan = z.object({
  name: z.string().trim().min(1).max(100),
  languages: z.array(Language).min(1).readonly(),
  contacts: Contacts,
  /** the day somebody last called the numbers */
  contactsCheckedOn: z.iso.date().nullable(),
  /** the day by which the results are promised */
  resultsBy: z.iso.date().nullable(),
})
export type Plan = z.infer<typeof Plan>

export const NewAssessment = z.object({ name: Plan.shape.name })

/** The text of a CSV file with the columns name, parent and headcount. */
export const UnitsFile = z.object({ csv: z.string().max(2_000_000) })

export const Approval = z.object({ revision: z.int() })

const planned = {
  ...Plan.shape,
  id: AssessmentId,
  /** whose assessment it is */
  organization: z.string(),
  example: z.boolean(),
  /** goes up with every change of a draft, so that nobody approves what they did not see */
  revision: z.int(),
  units: z.array(Unit).readonly(),
  counted: z.array(CountedUnit).readonly(),
  /** who approved for the employee side; null while nobody has */
  approvedBy: z.string().nullable(),
}
const opened = { ...planned, openedOn: z.iso.date() }
const closed = { ...opened, closedOn: z.iso.date() }

export const DraftAssessment = z.object({ state: z.literal('draft'), ...planned })
export const OpenAssessment = z.object({ state: z.literal('open'), ...opened })
export const ClosedAssessment = z.object({ state: z.literal('closed'), ...closed })
export const ReleasedAssessment = z.object({
  state: z.literal('released'),
  ...closed,
  releasedOn: z.iso.date(),
})

/** One way: draft, open, closed, released. */
export const Assessment = z.discriminatedUnion('state', [
  DraftAssessment,
  OpenAssessment,
  ClosedAssessment,
  ReleasedAssessment,
])
export type Assessment = z.infer<typeof Assessment>
export type DraftAssessment = z.infer<typeof DraftAssessment>
export type OpenAssessment = z.infer<typeof OpenAssessment>
export type ClosedAssessment = z.infer<typeof ClosedAssessment>
export type ReleasedAssessment = z.infer<typeof ReleasedAssessment>

export const Assessments = z.array(Assessment).readonly()
