import { z } from 'zod'

export const InterviewId = z.uuid().brand<'InterviewId'>()
export type InterviewId = z.infer<typeof InterviewId>

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2026-11')

export const NewInterview = z.object({
  /** the reporting unit the manager leads */
  unit: z.string(),
  month: Month,
  /** checked against the interview form */
  answers: z.record(z.string(), z.unknown()),
})
export type NewInterview = z.infer<typeof NewInterview>

/** An interview as the list shows it; what managers see is read over three or more. */
export const Interview = z.object({ id: InterviewId, unit: z.string(), month: Month })
export type Interview = z.infer<typeof Interview>

export const Interviews = z.array(Interview).readonly()
