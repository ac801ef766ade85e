import type { Explanation } from '../recommendation/explanation.ts'

/** The thirteen parts, in their order. */
export const explanationParts = [
  'headline',
  'needs',
  'sources',
  'feltNeed',
  'arithmetic',
  'firmness',
  'grading',
  'nearCause',
  'conditions',
  'access',
  'evaluation',
  'decision',
  'unknowns',
] as const satisfies readonly (keyof Explanation)[]

export type ExplanationPart = (typeof explanationParts)[number]
