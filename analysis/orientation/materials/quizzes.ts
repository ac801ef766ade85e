import { chapter, list, paragraph } from '../blocks.ts'
import type { Paper } from '../document.ts'
import type { Passage, Voice } from '../voice.ts'
import { titled } from './paper.ts'

/** Which sentences are right, in their order. */
const rightOfStaff = [false, true, false, true, false, true] as const
const rightOfManagers = [
  true,
  false,
  false,
  true,
  false,
  true,
  false,
  true,
  false,
  true,
] as const

/** Six sentences for everybody; five right ones pass. */
export const staffQuiz = (voice: Voice): Paper<Passage> =>
  quiz('staff', rightOfStaff, voice)

/** Ten sentences for managers; eight right ones pass. */
export const managersQuiz = (voice: Voice): Paper<Passage> =>
  quiz('managers', rightOfManagers, voice)

function quiz(
  who: 'staff' | 'managers',
  rights: readonly boolean[],
  voice: Voice,
): Paper<Passage> {
  const { line, lineAs } = voice
  const question = (index: number) => `${who}.q${index + 1}` as 'staff.q1' // by a test
  return titled(`quiz-${who}`, voice, [
    chapter(line('quiz.questions'), [
      paragraph(line('quiz.mark')),
      list(
        rights.map((_, index) => line(question(index))),
        true,
      ),
      paragraph(line(`quiz.pass-${who}`)),
    ]),
    chapter(line('quiz.answers'), [
      list(
        rights.map((isRight, index) =>
          lineAs(`${question(index)}.answer`, isRight ? 'quiz.right' : 'quiz.wrong', {
            why: line(`${question(index)}.why`).text,
          }),
        ),
        true,
      ),
    ]),
  ])
}
