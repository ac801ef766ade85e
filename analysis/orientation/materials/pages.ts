import { type Chapter, chapter, list, paragraph } from '../blocks.ts'
import type { Paper } from '../document.ts'
import {
  changeLines,
  channelLines,
  helpNow,
  limitLines,
  offerLines,
  privateLines,
  staffParts,
  stepLines,
  whoLines,
  workLines,
} from '../passages.ts'
import { doorTable, doorTableWithContacts } from '../tables.ts'
import type { Tailoring } from '../tailoring.ts'
import type { Passage, Voice } from '../voice.ts'
import { numberFirst } from './handout.ts'
import { titled } from './paper.ts'

/** The page for those who work here, with the people behind each door. */
export function intranet(voice: Voice, tailoring: Tailoring): Paper<Passage> {
  const { line } = voice
  const changes = changeLines(voice)
  return titled('intranet', voice, [
    ...firstChapters(voice, tailoring),
    ...(changes.length > 0
      ? [chapter(line('work.title'), [paragraph(line('work.text')), list(changes)])]
      : []),
    chapter(line('door.title'), [doorTableWithContacts(voice)]),
    chapter(line('complaints.title'), [
      list([line('complaints.1'), line('complaints.2'), line('complaints.3')]),
    ]),
  ])
}

/** The page for everybody. Who works on what inside the organization is not on it. */
export function publicPage(voice: Voice, tailoring: Tailoring): Paper<Passage> {
  const { line } = voice
  const changes = workLines(voice)
  return titled('public-page', voice, [
    ...firstChapters(voice, tailoring),
    chapter(line('staff.title'), staffParts(voice)),
    ...(changes.length > 0
      ? [chapter(line('work.title'), [paragraph(line('work.text')), list(changes)])]
      : []),
    chapter(line('door.title'), [doorTable(voice)]),
  ])
}

/** Contacts for a crisis stand first, then how to get help. */
function firstChapters(voice: Voice, { ways }: Tailoring): readonly Chapter[] {
  const { line, byFact } = voice
  return [
    chapter(line('now.title'), [helpNow(voice), paragraph(line('faq.danger.a'))]),
    chapter(line('how.title'), [
      numberFirst(voice),
      list(stepLines(voice), true),
      paragraph(line('how.languages')),
      ...channelLines(voice, ways).map(paragraph),
      paragraph(byFact('worktime', { yes: 'policy.time', no: 'policy.time-no' })),
    ]),
    chapter(line('offer.title'), [
      paragraph(line('eap.explained')),
      list(offerLines(voice)),
    ]),
    chapter(line('who.title'), [list(whoLines(voice))]),
    chapter(line('private.title'), [list(privateLines(voice))]),
    chapter(line('limits.title'), limitLines(voice).map(paragraph)),
  ]
}
