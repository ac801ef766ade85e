import { z } from 'zod'
import { Role } from '../accounts/contract.ts'
import { AssessmentId } from '../assessments/contract.ts'

/** In the example a visitor may look from every side. */
export const Visit = z.object({ as: Role })
export type Visit = z.infer<typeof Visit>

/** Invented employees who have not answered yet: a visitor can answer in their place. */
export const SpareCodes = z
  .array(z.object({ assessment: AssessmentId, unit: z.string(), code: z.string() }))
  .readonly()
export type SpareCodes = z.infer<typeof SpareCodes>
