import {
  type AnnualPart,
  annualLineIds,
  annualParts,
  partOf,
} from '../../review/annual-lines.ts'
import { annualVoice } from '../../review/annual-voice.ts'
import { lineTitle, partTitle } from '../../review/line-titles.ts'
import { chapter, fixed, list, type Part, paragraph } from '../blocks.ts'
import type { Paper } from '../document.ts'
import type { Passage, Voice } from '../voice.ts'
import { titled } from './paper.ts'

const nothing = '…'

const never = ['names', 'units', 'days', 'words', 'few'] as const

/** The yearly report with every line and no number: what the employer gets, and all of it. */
export function annualExample(voice: Voice): Paper<Passage> {
  const { line } = voice
  return titled('annual-example', voice, [
    chapter(line('annual-example.all.title'), [
      paragraph(line('annual-example.all')),
      ...annualParts.map((part) => emptyPart(part, voice)),
    ]),
    chapter(line('annual-example.never.title'), [
      list(never.map((one) => line(`annual-example.never.${one}`))),
      paragraph(line('annual-example.kept')),
    ]),
  ])
}

function emptyPart(part: AnnualPart, { locale, line }: Voice): Part {
  const voice = annualVoice(locale)
  return {
    kind: 'table',
    head: [fixed(partTitle(part, voice)), line('report.head.number')],
    rows: annualLineIds
      .filter((one) => partOf(one) === part)
      .map((one) => [fixed(lineTitle(one, voice)), fixed(nothing)]),
    caption: fixed(partTitle(part, voice)),
  }
}
