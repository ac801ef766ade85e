import { z } from 'zod'
import { AssessmentId } from '../assessments/contract.ts'

const Secret = z.string().min(26).max(60)

/** A code as it was printed or linked; no more is needed to see what it is for. */
export const LookUp = z.object({
  assessment: AssessmentId,
  secret: Secret,
  /** done for a crowded door */
  work: z.string().max(200).optional(),
})
export type LookUp = z.infer<typeof LookUp>

/**
 * Where the holder of a code is counted, and the unit's public key, SPKI in base64: the manifest
 * names it by its hash, by which the page holds it to be the key of everybody there.
 */
export const LookedUp = z.object({ unit: z.string(), key: z.string() })
export type LookedUp = z.infer<typeof LookedUp>

export const CollectBallot = z.object({
  ...LookUp.shape,
  /** what is to be signed unseen: 384 bytes, base64url */
  blinded: z.string().length(512),
})
export type CollectBallot = z.infer<typeof CollectBallot>

/** 384 bytes, base64url: the same for the same request, always. */
export const Collected = z.object({ blindSignature: z.string() })

/** Whether collecting has stopped because a database was put back. */
export const Stopped = z.object({ stopped: z.boolean() })

export const ByAssessment = z.object({ assessment: AssessmentId })
