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

export interface ReviewPage {
  readonly count: AnswerCount
  readonly language: Language
  readonly problem: string | undefined
  readonly onSend: () => void
  readonly onBack: () => void
}

/** The last look before sending. What cannot be undone is said above the button. */
export function reviewPage({
  count,
  language,
  problem,
  onSend,
  onBack,
}: ReviewPage): readonly Child[] {
  const { say } = language
  return [
    pageTitle(say('review.title')),
    ...sayCounts(count, language).map((sentence) => paragraph(sentence)),
    paragraph(say('review.final')),
    problemNote(problem),
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
