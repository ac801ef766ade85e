import { chapter, paragraph } from '../blocks.ts'
import type { Paper } from '../document.ts'
import { feedbackQuestions } from '../reach.ts'
import type { Passage, Voice } from '../voice.ts'
import { titled } from './paper.ts'

const labels = [
  'date',
  'place',
  'language',
  'format',
  'people',
  'quiz',
  ...feedbackQuestions,
] as const

/** A sheet for each session that has no room for a name. */
export function attendance(voice: Voice): Paper<Passage> {
  const { line } = voice
  return titled('attendance', voice, [
    chapter(line('attendance.title'), [
      { kind: 'lines', labels: labels.map((label) => line(`attendance.${label}`)) },
    ]),
    chapter(line('attendance.rule.title'), [paragraph(line('attendance.rule'))]),
  ])
}
