import type { AnswerCount } from '#web/ui/questionnaire/model.ts'
import {
  button,
  type Child,
  element,
  pageTitle,
  paragraph,
  problemNote,
} from '../element.ts'
import type { Language } from '../language.ts'
import { codeText } from './moving.ts'

export interface ReviewPage {
  readonly count: AnswerCount
  readonly language: Language
  /** answers were sent before */
  readonly isAgain: boolean
  readonly problem: string | undefined
  /** what would be lost with this page; null where the browser keeps it, or nothing is */
  readonly ballotCode: string | null
  readonly onSend: () => void
  readonly onBack: () => void
}

/** The last look before sending. What cannot be undone is said above the button. */
export function reviewPage(page: ReviewPage): readonly Child[] {
  const { count, language, isAgain, problem, ballotCode, onSend, onBack } = page
  const { say } = language
  return [
    pageTitle(say('review.title')),
    ...sayCounts(count, language).map((sentence) => paragraph(sentence)),
    isAgain && paragraph(say('review.replaces')),
    paragraph(say('review.final')),
    problemNote(problem),
    ...(problem && ballotCode ? [paragraph(say('send.code')), codeText(ballotCode)] : []),
    element(
      'div',
      { class: 'way' },
      button(say('review.back'), onBack, 'button button-quiet'),
      button(say('review.send'), onSend),
    ),
  ]
}

function sayCounts(
  { answered, declined, leftOut }: AnswerCount,
  { say, count }: Language,
): readonly string[] {
  if (answered + declined === 0) return [say('review.none')]
  return [
    ...(answered > 0 ? [count('review.answered', answered)] : []),
    ...(declined > 0 ? [count('review.declined', declined)] : []),
    ...(leftOut > 0 ? [count('review.left-out', leftOut)] : []),
  ]
}
