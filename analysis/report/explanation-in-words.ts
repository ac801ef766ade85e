import type { Explanation } from '../recommendation/explanation.ts'
import {
  accessInWords,
  conditionsInWords,
  decisionInWords,
  evaluationInWords,
  gradingInWords,
  nearCauseInWords,
} from './component-in-words.ts'
import type { ExplanationPart } from './explanation-parts.ts'
import type { ExplanationVoice } from './explanation-voice.ts'
import {
  feltNeedInWords,
  headlineInWords,
  needsInWords,
  sourcesInWords,
} from './needs-in-words.ts'
import { arithmeticInWords, firmnessInWords } from './priority-in-words.ts'
import { unknownInWords } from './unknowns-in-words.ts'

type InWords = (explanation: Explanation, voice: ExplanationVoice) => readonly string[]

const inWords: Readonly<Record<ExplanationPart, InWords>> = {
  headline: headlineInWords,
  needs: needsInWords,
  sources: sourcesInWords,
  feltNeed: feltNeedInWords,
  arithmetic: arithmeticInWords,
  firmness: firmnessInWords,
  grading: gradingInWords,
  nearCause: nearCauseInWords,
  conditions: conditionsInWords,
  access: accessInWords,
  evaluation: evaluationInWords,
  decision: decisionInWords,
  unknowns: ({ unknowns }, voice) => unknowns.map((one) => unknownInWords(one, voice)),
}

/**
 * One part of an explanation as sentences.
 *
 * @returns at least one
 */
export function explanationInWords(
  part: ExplanationPart,
  explanation: Explanation,
  voice: ExplanationVoice,
): readonly string[] {
  return inWords[part](explanation, voice)
}
