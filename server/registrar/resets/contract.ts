import { z } from 'zod'
import { Role } from '../../accounts/contract.ts'
import { AssessmentId } from '../../assessments/contract.ts'

/** People of one unit who wish to collect again: how many, never who. */
const UnitWishes = z.object({
  unit: z.string(),
  wished: z.int(),
  /** how many may still be let: two in a hundred of the unit, at least one */
  left: z.int(),
  /** who agreed to just these; the other side's agreement carries them out */
  agreedBy: Role.nullable(),
  done: z.int(),
})
export const Wishes = z.array(UnitWishes).readonly()
export type Wishes = z.infer<typeof Wishes>

export const OfUnit = z.object({ id: AssessmentId, unit: z.string() })

/** To how many wishes somebody agrees: as many as they saw. */
export const AgreeToWishes = z.object({ wished: z.int().min(1) })
