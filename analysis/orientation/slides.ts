import type { Locale } from '#surveys/locale.ts'
import { say } from '#surveys/say.ts'
import type { Block, Document, Section } from './document.ts'
import { type Facts, type Voice, voiceOf } from './facts.ts'
import {
  answeredLine,
  componentLines,
  doorTable,
  footerOf,
  helpNow,
  isOffered,
  isWorkChange,
  needBars,
  privateLines,
  stepLines,
  whoLines,
} from './passages.ts'
import { orderOf, type Topic } from './tailoring.ts'

/** The slides of a group session, with what the presenter says. */
export function slidesFor(facts: Facts, locale: Locale): Document {
  const voice = voiceOf(locale)
  const { texts } = voice
  return {
    locale,
    title: say(texts, 'slides.title'),
    subtitle: say(texts, 'slides.subtitle', { organization: facts.organization }),
    footer: footerOf(facts, voice),
    sections: [
      ...orderOf(facts.needs).map((topic) => slide(topic, facts, voice)),
      {
        title: say(texts, 'now.title'),
        blocks: [helpNow(facts, voice)],
        notes: [],
      },
    ],
  }
}

function slide(topic: Topic, facts: Facts, voice: Voice): Section {
  const { texts } = voice
  return {
    title: say(texts, `${topic}.title`),
    blocks: blocksOf[topic](facts, voice),
    notes: [say(texts, `${topic}.note`)],
  }
}

const list = (items: readonly string[], ordered = false): Block => ({
  kind: 'list',
  ordered,
  items,
})
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

const blocksOf: Readonly<
  Record<Topic, (facts: Facts, voice: Voice) => readonly Block[]>
> = {
  why: (facts, voice) => {
    const bars = needBars(facts, voice)
    const { texts } = voice
    return [
      paragraph([say(texts, 'why.text'), ...answeredLine(facts, voice)].join(' ')),
      ...(bars ? [paragraph(say(texts, 'why.needs')), bars] : []),
    ]
  },
  work: ({ components }, voice) => {
    const changes = components.filter(isWorkChange)
    if (changes.length === 0) return [paragraph(say(voice.texts, 'work.none'))]
    return [
      paragraph(say(voice.texts, 'work.text')),
      list(componentLines(voice, changes)),
    ]
  },
  offer: ({ components }, voice) => [
    paragraph(say(voice.texts, 'eap.explained')),
    list(componentLines(voice, components.filter(isOffered))),
  ],
  who: (facts, voice) => [list(whoLines(facts, voice))],
  how: (facts, voice) => [
    list(stepLines(facts, voice), true),
    paragraph(say(voice.texts, 'how.hours', { hours: facts.route.hours })),
    paragraph(say(voice.texts, 'how.provider', { provider: facts.route.provider })),
  ],
  private: (_, voice) => [
    list(privateLines(voice)),
    paragraph(say(voice.texts, 'private.limits')),
  ],
  door: (_, voice) => [doorTable(voice)],
  policy: ({ route }, { texts }) => [
    list([
      say(texts, 'policy.time'),
      say(texts, 'policy.voluntary'),
      say(texts, 'policy.complaint', { provider: route.provider }),
      say(texts, 'policy.breach'),
    ]),
  ],
  questions: (_, { texts }) => [paragraph(say(texts, 'questions.text'))],
}
