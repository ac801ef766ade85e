/** The nine questions of the route: opening 1, introduction 2, transition 3, key 4–7, ending 8, debrief 9. */
export const routeQuestions = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
export type RouteQuestion = (typeof routeQuestions)[number]

/** How strongly it was said: 1 in passing, 2 clearly, 3 with force. */
export const intensities = [1, 2, 3] as const
export type Intensity = (typeof intensities)[number]

export const tones = [
  'problem',
  'cause',
  'wish',
  'barrier',
  'strength',
  'disagreement',
] as const
export type Tone = (typeof tones)[number]

/** Of a paraphrase, in characters as people count them (code points). */
export const longestParaphrase = 400

/** One thing said in a focus group, in the words of whoever took notes. No names. */
export interface Segment {
  readonly id: string
  /** the session it was said in */
  readonly group: string
  readonly question: RouteQuestion
  /** a paraphrase of 1–400 characters, one paragraph */
  readonly text: string
  /** how many different people said it, 1 to the participants of the session */
  readonly speakers: number
  readonly intensity: Intensity
  readonly tone: Tone
}

/** What a form or a file says of a segment; `null` where it says nothing. */
export interface SegmentDraft {
  readonly text: string
  readonly question: number | null
  readonly speakers: number | null
  readonly intensity: number | null
  readonly tone: string | null
}

export type SegmentContent = Omit<Segment, 'id' | 'group'>

export type SegmentProblem =
  | 'text-empty'
  | 'text-too-long'
  | 'text-not-plain'
  | 'question'
  | 'speakers'
  | 'intensity'
  | 'tone'

export type CheckedSegment =
  | { readonly kind: 'segment'; readonly content: SegmentContent }
  | { readonly kind: 'problems'; readonly problems: readonly SegmentProblem[] }

/**
 * Checks a draft, and says everything that is wrong or missing. Line breaks and tabs become
 * single spaces.
 *
 * @param participants of the session: nobody can have said it beside them
 */
export function checkSegment(draft: SegmentDraft, participants: number): CheckedSegment {
  const text = draft.text.replace(/\s+/gu, ' ').trim()
  const { speakers } = draft
  const question = routeQuestions.find((one) => one === draft.question)
  const intensity = intensities.find((one) => one === draft.intensity)
  const tone = tones.find((one) => one === draft.tone)
  const isSpoken =
    speakers !== null &&
    Number.isInteger(speakers) &&
    speakers >= 1 &&
    speakers <= participants
  const problems: SegmentProblem[] = [
    ...problemsOfText(text),
    ...(question ? [] : (['question'] as const)),
    ...(isSpoken ? [] : (['speakers'] as const)),
    ...(intensity ? [] : (['intensity'] as const)),
    ...(tone ? [] : (['tone'] as const)),
  ]
  if (problems.length > 0 || !question || !isSpoken || !intensity || !tone) {
    return { kind: 'problems', problems }
  }
  return { kind: 'segment', content: { question, text, speakers, intensity, tone } }
}

function problemsOfText(text: string): readonly SegmentProblem[] {
  if (text === '') return ['text-empty']
  const problems: SegmentProblem[] = []
  if ([...text].length > longestParaphrase) problems.push('text-too-long')
  // Control characters and lone surrogates hide text from readers and break files.
  if (/(?![\u{200c}\u{200d}])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(text)) {
    problems.push('text-not-plain')
  }
  return problems
}
