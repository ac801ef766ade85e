import type { Locale } from '#surveys/locale.ts'
import { say } from '#surveys/say.ts'
import type { Block, Document, Section } from './document.ts'
import { type Facts, type Voice, voiceOf } from './facts.ts'
import {
  componentLines,
  doorTable,
  footerOf,
  helpNow,
  isOffered,
  isWorkChange,
  privateLines,
  stepLines,
  whoLines,
} from './passages.ts'
import { orderOf, type Topic } from './tailoring.ts'

/** Topics that belong on paper; the rest needs a room. */
const onPaper: readonly Topic[] = ['work', 'offer', 'who', 'how', 'private', 'door']

/** What everybody takes home: two sides. */
export function handoutFor(facts: Facts, locale: Locale): Document {
  const voice = voiceOf(locale)
  const { texts } = voice
  const { organization } = facts
  return {
    locale,
    title: say(texts, 'handout.title'),
    subtitle: say(texts, 'handout.subtitle', { organization }),
    footer: footerOf(facts, voice),
    sections: [
      { title: say(texts, 'now.title'), blocks: [helpNow(facts, voice)], notes: [] },
      ...orderOf(facts.needs)
        .filter((topic) => onPaper.includes(topic))
        .flatMap((topic) => chapter(topic, facts, voice)),
    ],
  }
}

function chapter(topic: Topic, facts: Facts, voice: Voice): readonly Section[] {
  const blocks = blocksOf(topic, facts, voice)
  if (blocks.length === 0) return []
  return [{ title: say(voice.texts, `${topic}.title`), blocks, notes: [] }]
}

function blocksOf(topic: Topic, facts: Facts, voice: Voice): readonly Block[] {
  const { texts } = voice
  const list = (items: readonly string[], ordered = false): Block => ({
    kind: 'list',
    ordered,
    items,
  })
  switch (topic) {
    case 'work': {
      const changes = facts.components.filter(isWorkChange)
      return changes.length === 0 ? [] : [list(componentLines(voice, changes))]
    }
    case 'offer':
      return [
        { kind: 'paragraph', text: say(texts, 'eap.explained') },
        list(componentLines(voice, facts.components.filter(isOffered))),
      ]
    case 'who':
      return [list(whoLines(facts, voice))]
    case 'how':
      return [
        {
          kind: 'callout',
          title: facts.route.phone,
          text: say(texts, 'how.hours', { hours: facts.route.hours }),
        },
        list(stepLines(facts, voice), true),
      ]
    case 'private':
      return [
        list(privateLines(voice)),
        { kind: 'paragraph', text: say(texts, 'private.limits') },
      ]
    case 'door':
      return [doorTable(voice)]
    default:
      return []
  }
}
