import { z } from 'zod'
import { AssessmentId } from '../assessments/contract.ts'

export const CollectBallot = z.object({
  assessment: AssessmentId,
  code: z.string().min(26).max(60),
})
export type CollectBallot = z.infer<typeof CollectBallot>

/** The right to answer once, signed for one reporting unit. */
export const SignedBallot = z.object({
  assessment: AssessmentId,
  unit: z.string(),
  serial: z.string(),
  signature: z.string(),
})
export type SignedBallot = z.infer<typeof SignedBallot>

/** The codes to print, shown this once. */
export const CodeSheet = z.object({
  assessment: AssessmentId,
  units: z
    .array(z.object({ name: z.string(), codes: z.array(z.string()).readonly() }))
    .readonly(),
})
export type CodeSheet = z.infer<typeof CodeSheet>
