import { type Chapter, chapter, list, paragraph } from '../blocks.ts'
import type { Paper } from '../document.ts'
import {
  groundLines,
  helpNow,
  hoursLine,
  limitLines,
  privateLines,
  staffParts,
  stepLines,
  whoLines,
} from '../passages.ts'
import { doorTableWithContacts, emptyReport } from '../tables.ts'
import type { Passage, Voice } from '../voice.ts'
import { titled } from './paper.ts'

/** The text that holds: who may use the program, how, and what protects them. */
export function policy(voice: Voice): Paper<Passage> {
  const { line } = voice
  return titled('policy', voice, [
    chapter(line('now.title'), [helpNow(voice)]),
    chapter(line('purpose.title'), [
      paragraph(line('eap.explained')),
      paragraph(line('purpose.text')),
      paragraph(line('purpose.voluntary')),
    ]),
    ...accessChapters(voice),
    ...privacyChapters(voice),
    ...rightsChapters(voice),
    chapter(line('door.title'), [doorTableWithContacts(voice)]),
  ])
}

function accessChapters(voice: Voice): readonly Chapter[] {
  const { line, byFact } = voice
  return [
    chapter(line('how.title'), [
      list(stepLines(voice), true),
      paragraph(hoursLine(voice)),
      paragraph(line('how.languages')),
      paragraph(byFact('worktime', { yes: 'policy.time', no: 'policy.time-no' })),
    ]),
    chapter(line('who.title'), [list(whoLines(voice))]),
    chapter(line('staff.title'), staffParts(voice)),
    chapter(line('stepup.title'), [
      list([line('stepup.1'), line('stepup.2'), line('stepup.3')]),
    ]),
    chapter(line('relations.title'), [
      list([
        line('relations.1'),
        line('relations.2'),
        line('relations.3'),
        line('relations.4'),
      ]),
    ]),
  ]
}

function privacyChapters(voice: Voice): readonly Chapter[] {
  const { line } = voice
  return [
    chapter(line('private.title'), [
      list([...privateLines(voice), line('private.file')]),
      emptyReport(voice),
    ]),
    chapter(line('limits.title'), [
      paragraph(line('private.limits')),
      ...limitLines(voice).map(paragraph),
    ]),
  ]
}

function rightsChapters(voice: Voice): readonly Chapter[] {
  const { line } = voice
  return [
    chapter(line('grounds.title'), [
      paragraph(line('grounds.text')),
      ...groundLines(voice).map(paragraph),
    ]),
    chapter(line('complaints.title'), [
      list([
        line('complaints.1'),
        line('complaints.2'),
        line('complaints.3'),
        line('complaints.4'),
      ]),
      paragraph(line('council.line')),
    ]),
    chapter(line('breach.title'), [
      list([line('breach.1'), line('breach.2'), line('breach.3')]),
    ]),
  ]
}
