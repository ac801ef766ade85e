import { type Chapter, chapter, list, type Part, paragraph } from '../blocks.ts'
import type { Document, Section } from '../document.ts'
import {
  answeredLine,
  changeLines,
  channelLines,
  footerOf,
  groundLines,
  helpNow,
  hoursLine,
  limitLines,
  needBars,
  offerLines,
  privateLines,
  staffParts,
  stepLines,
  whoLines,
} from '../passages.ts'
import { type Step, type TimedStep, timedSteps } from '../session.ts'
import { doorTableWithContacts, emptyReport } from '../tables.ts'
import type { Tailoring } from '../tailoring.ts'
import type { Passage, Voice } from '../voice.ts'

/** The slides of a group session; their notes are the script, with the minutes. */
export function slides(voice: Voice, tailoring: Tailoring): Document<Passage> {
  const { line } = voice
  return {
    locale: voice.locale,
    title: line('slides.title'),
    subtitle: line('slides.subtitle'),
    footer: footerOf(voice),
    sections: [
      ...timedSteps(tailoring).flatMap((timed) => slidesOf(timed, voice, tailoring)),
      chapter(line('now.title'), [helpNow(voice)]),
    ] as readonly Section<Passage>[], // no slide holds what only paper can
  }
}

function slidesOf(
  { step, title, note, from, minutes }: TimedStep,
  voice: Voice,
  tailoring: Tailoring,
): readonly Chapter[] {
  const { line, lineAs } = voice
  const time = lineAs(`${step}.time`, 'script.time', { from, to: from + minutes })
  const reasons = step === 'why' ? reasonsOf(voice, tailoring) : []
  const first = chapter(line(title), partsOf[step](voice, tailoring), [
    time,
    line(note),
    ...reasons,
  ])
  return [first, ...furtherSlides(step, voice, tailoring)]
}

/** Why the parts stand in this order, for whoever leads the session. */
export function reasonsOf({ line }: Voice, { rules }: Tailoring): readonly Passage[] {
  return rules.map((rule) => line(`rule.${rule}`))
}

/** What belongs to a part and needs a slide of its own. */
function furtherSlides(
  step: Step,
  voice: Voice,
  { rules }: Tailoring,
): readonly Chapter[] {
  const { line } = voice
  if (step === 'how') return [chapter(line('staff.title'), staffParts(voice))]
  if (step !== 'private') return []
  return [
    chapter(line('limits.title'), limitLines(voice).map(paragraph), []),
    ...(rules.includes('confidentiality-first')
      ? [chapter(line('report.title'), [emptyReport(voice)])]
      : []),
    chapter(line('grounds.title'), [
      paragraph(line('grounds.text')),
      ...groundLines(voice).map(paragraph),
    ]),
  ]
}

const partsOf: Readonly<
  Record<Step, (voice: Voice, tailoring: Tailoring) => readonly Part[]>
> = {
  why: (voice) => [
    paragraph(voice.line('why.text')),
    ...answeredLine(voice).map(paragraph),
    ...needBars(voice),
  ],
  work: (voice) => {
    const changes = changeLines(voice)
    if (changes.length === 0) return [paragraph(voice.line('work.none'))]
    return [paragraph(voice.line('work.text')), list(changes)]
  },
  offer: (voice) => [paragraph(voice.line('eap.explained')), list(offerLines(voice))],
  who: (voice) => [list(whoLines(voice))],
  how: (voice, { ways }) => [
    list(stepLines(voice), true),
    paragraph(hoursLine(voice)),
    paragraph(voice.line('how.languages')),
    ...channelLines(voice, ways).map(paragraph),
  ],
  private: (voice) => [
    list(privateLines(voice)),
    paragraph(voice.line('private.limits')),
  ],
  door: (voice) => [doorTableWithContacts(voice)],
  policy: ({ line, byFact }) => [
    list([
      byFact('worktime', { yes: 'policy.time', no: 'policy.time-no' }),
      line('policy.voluntary'),
      line('policy.complaint'),
      line('policy.breach'),
    ]),
  ],
  practice: ({ line }) => [paragraph(line('practice.text'))],
  questions: ({ line }) => [paragraph(line('questions.text'))],
  quiz: ({ line }) => [
    paragraph(line('quiz.text')),
    list(
      [1, 2, 3, 4, 5, 6].map((n) => line(`staff.q${n}` as 'staff.q1')),
      true,
    ),
  ],
}
