import { z } from 'zod'
import { Side } from '../accounts/contract.ts'
import { AssessmentId, CountedUnit, Plan } from '../assessments/contract.ts'

/** What of a plan a remark is about. */
export const Place = z.enum([
  'people',
  'languages',
  'questions',
  'published',
  'keys',
  'dates',
])
export type Place = z.infer<typeof Place>

export const RemarkId = z.uuid().brand<'RemarkId'>()
export type RemarkId = z.infer<typeof RemarkId>

export const OneRemark = z.object({ id: AssessmentId, remark: RemarkId })

export const NewRemark = z.object({
  place: Place,
  text: z.string().trim().min(1).max(1000),
  /** the revision that was on the page */
  revision: z.int(),
})
export type NewRemark = z.infer<typeof NewRemark>

export const Remark = z.object({
  id: RemarkId,
  place: Place,
  role: Side,
  /** the person's name */
  by: z.string(),
  on: z.iso.date(),
  revision: z.int(),
  text: z.string(),
  /** who said that it is settled; null while it is open */
  settledBy: z.string().nullable(),
})
export type Remark = z.infer<typeof Remark>

/** The plan as the employee side last approved it, to lay beside what it became. */
export const ApprovedPlan = z.object({
  revision: z.int(),
  approvedBy: z.string(),
  ...Plan.shape,
  counted: z.array(CountedUnit).readonly(),
})
export type ApprovedPlan = z.infer<typeof ApprovedPlan>

export const Review = z.object({
  remarks: z.array(Remark).readonly(),
  /** null before the first approval, and while the approved plan is the present one */
  approvedBefore: ApprovedPlan.nullable(),
})
export type Review = z.infer<typeof Review>
