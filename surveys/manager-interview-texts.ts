import { findPersonalDetails } from './personal-details/find-personal-details.ts'
import type { Finding } from './personal-details/finding.ts'

/** What a manager may write in own words, and the part of the form where it stands. */
export const interviewTexts = [
  { id: 'trigger', part: 'incident' },
  { id: 'need', part: 'incident' },
  { id: 'missing', part: 'incident' },
  { id: 'prevention', part: 'incident' },
  { id: 'good-case', part: 'incident' },
  { id: 'action', part: 'causes' },
  { id: 'distrust', part: 'access' },
  { id: 'wish', part: 'orientation' },
] as const

export type InterviewTextId = (typeof interviewTexts)[number]['id']

/** What was written, by field; empty fields are left out. */
export type InterviewTexts = Readonly<Partial<Record<InterviewTextId, string>>>

/** Of the characters of one field: a few sentences, read by somebody within a minute. */
export const longestText = 600

/**
 * Said of a piece of a text by whoever wrote it: this is no person. It holds for this piece in
 * this field, however often it stands there.
 */
export interface Harmless {
  readonly field: InterviewTextId
  readonly piece: string
}

export interface TextProblem {
  readonly field: string
  readonly fault: 'no-such-field' | 'too-long' | 'points-to-a-person'
}

export type ReadInterviewTexts =
  | { readonly ok: true; readonly texts: InterviewTexts }
  | { readonly ok: false; readonly problems: readonly TextProblem[] }

/** What of a text has to go, or be called harmless, before it may be handed in. */
export function openFindings(
  field: InterviewTextId,
  text: string,
  harmless: readonly Harmless[],
  thisYear: number,
): readonly Finding[] {
  return findPersonalDetails(text, { thisYear }).filter(
    ({ certainty, start, end }) =>
      certainty === 'sure' ||
      !harmless.some(
        (one) => one.field === field && one.piece === text.slice(start, end),
      ),
  )
}

/**
 * The test that texts pass on the page and again at the server: known fields, none too long,
 * nothing in them that points to a person. Line ends and spaces around are taken off.
 *
 * @param written by field
 * @param thisYear tells dates of birth from others
 */
export function readInterviewTexts(
  written: Readonly<Record<string, string>>,
  harmless: readonly Harmless[],
  thisYear: number,
): ReadInterviewTexts {
  const problems = Object.entries(written).flatMap(([field, text]) => {
    const fault = faultOf(field, text, harmless, thisYear)
    return fault ? [{ field: field.slice(0, 60), fault }] : []
  })
  if (problems.length > 0) return { ok: false, problems }
  const texts = interviewTexts.flatMap(({ id }) => {
    const text = written[id]?.trim()
    return text ? [[id, text] as const] : []
  })
  return { ok: true, texts: Object.fromEntries(texts) }
}

function faultOf(
  field: string,
  text: string,
  harmless: readonly Harmless[],
  thisYear: number,
): TextProblem['fault'] | null {
  const known = interviewTexts.find(({ id }) => id === field)
  if (!known) return 'no-such-field'
  if (text.length > longestText) return 'too-long'
  const open = openFindings(known.id, text.trim(), harmless, thisYear)
  return open.length > 0 ? 'points-to-a-person' : null
}
