import { managerInterviewForm } from '#surveys/manager-interview-form.ts'
import {
  type Harmless,
  interviewTexts,
  longestText,
  readInterviewTexts,
  type TextProblem,
} from '#surveys/manager-interview-texts.ts'
import { compileReader } from '#surveys/read-answers.ts'
import { acceptAnswers } from '../doors.ts'
import { type Problem, Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Content, HandIn } from './contract.ts'

const readForm = compileReader(managerInterviewForm)

type Said = Pick<HandIn, 'answers' | 'texts' | 'harmless'>

/**
 * What was said, checked as the page checks it: who uses another page is not let through.
 *
 * @throws Refusal `malformed-answers`, or `points-to-a-person` naming the fields, never a word
 *   of what stands in them
 */
export function acceptSaid(
  { clock }: Pick<Services, 'clock'>,
  { answers, texts, harmless }: Said,
): Content {
  const accepted = acceptAnswers(readForm, answers)
  const called = harmless.flatMap(({ field, piece }): readonly Harmless[] => {
    const known = interviewTexts.find(({ id }) => id === field)
    return known && texts[field]?.includes(piece) ? [{ field: known.id, piece }] : []
  })
  const read = readInterviewTexts(texts, called, clock.now().getUTCFullYear())
  if (!read.ok) throw refusalOf(read.problems)
  return {
    answers: accepted,
    texts: Object.fromEntries(Object.entries(read.texts)),
    harmless: called,
  }
}

function refusalOf(problems: readonly TextProblem[]): Refusal {
  const misfits = problems.filter(({ fault }) => fault !== 'points-to-a-person')
  if (misfits.length > 0) return new Refusal('malformed-answers', misfits.map(asProblem))
  return new Refusal('points-to-a-person', problems.map(asProblem))
}

function asProblem({ field, fault }: TextProblem): Problem {
  if (fault === 'no-such-field') return { where: field, expected: 'no such field' }
  if (fault === 'points-to-a-person') {
    return { where: field, expected: 'nothing that points to a person' }
  }
  return {
    where: field,
    expected: `at most ${longestText} characters`,
    say: 'interview.too-long',
    words: { most: longestText },
  }
}
