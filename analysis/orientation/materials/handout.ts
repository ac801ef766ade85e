import {
  bare,
  type Chapter,
  callout,
  chapter,
  list,
  type Part,
  paragraph,
} from '../blocks.ts'
import type { Paper } from '../document.ts'
import {
  changeLines,
  footerOf,
  helpNow,
  hoursLine,
  offerLines,
  privateLines,
  stepLines,
  whoLines,
} from '../passages.ts'
import { doorTable } from '../tables.ts'
import type { Tailoring, Topic } from '../tailoring.ts'
import type { Passage, Voice } from '../voice.ts'

/** Topics that belong on paper; the rest needs a room. */
const onPaper = ['work', 'offer', 'who', 'how', 'private', 'door'] as const
type OnPaper = (typeof onPaper)[number]
const isOnPaper = (topic: Topic): topic is OnPaper => onPaper.some((one) => one === topic)

/** What everybody takes home: two sides. */
export function handout(voice: Voice, { order, rules }: Tailoring): Paper<Passage> {
  const { line } = voice
  const topics = order.filter(isOnPaper)
  // Where help is hard to reach, the way to it stands on the first page whatever else does.
  const first: readonly OnPaper[] = rules.includes('practicalities-first') ? ['how'] : []
  const ordered = [...first, ...topics.filter((topic) => !first.includes(topic))]
  return {
    locale: voice.locale,
    title: line('handout.title'),
    subtitle: line('handout.subtitle'),
    footer: footerOf(voice),
    sections: [
      chapter(line('now.title'), [helpNow(voice)]),
      ...ordered.flatMap((topic) => chapterOf(topic, voice)),
    ],
  }
}

function chapterOf(topic: OnPaper, voice: Voice): readonly Chapter[] {
  const parts = partsOf[topic](voice)
  return parts.length === 0 ? [] : [chapter(voice.line(`${topic}.title`), parts)]
}

const partsOf: Readonly<Record<OnPaper, (voice: Voice) => readonly Part[]>> = {
  work: (voice) => {
    const changes = changeLines(voice)
    return changes.length === 0 ? [] : [list(changes)]
  },
  offer: (voice) => [paragraph(voice.line('eap.explained')), list(offerLines(voice))],
  who: (voice) => [list(whoLines(voice))],
  how: (voice) => [
    numberFirst(voice),
    list(stepLines(voice), true),
    paragraph(voice.line('how.languages')),
    paragraph(voice.byFact('worktime', { yes: 'policy.time', no: 'policy.time-no' })),
  ],
  private: (voice) => [
    list(privateLines(voice)),
    paragraph(voice.line('private.limits')),
  ],
  door: (voice) => [doorTable(voice)],
}

/** The number to call, to be seen first. */
export function numberFirst(voice: Voice): Part {
  const fact = `phone.${voice.locale}`
  const phone = voice.records.facts[fact]
  return callout(phone ? bare('number', phone) : voice.byFact(fact, {}), hoursLine(voice))
}
