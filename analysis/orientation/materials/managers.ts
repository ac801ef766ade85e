import { chapter, list, paragraph } from '../blocks.ts'
import type { Paper } from '../document.ts'
import type { Passage, Voice } from '../voice.ts'
import { titled } from './paper.ts'

const guideParts = [
  'own',
  'signs',
  'talk',
  'referral',
  'not',
  'emergency',
  'law',
] as const
const steps = ['notice', 'ask', 'offer', 'agree', 'follow'] as const

/** What a manager keeps: signs, the talk, three ways to the program, and what never to do. */
export function managerGuide(voice: Voice): Paper<Passage> {
  const { line } = voice
  const part = (id: (typeof guideParts)[number]) =>
    chapter(line(`manager.${id}.title`), [
      paragraph(line(`manager.${id}.text`)),
      ...(id === 'talk' ? [list(talkLines(voice), true)] : []),
    ])
  return titled('manager-guide', voice, [
    ...guideParts.map(part),
    chapter(line('manager.formal.title'), [
      list([
        line('manager.formal.1'),
        line('manager.formal.2'),
        line('manager.formal.3'),
      ]),
    ]),
    chapter(line('manager.advice.title'), [paragraph(line('manager.advice.text'))]),
  ])
}

/** Five steps to hold in the hand during a talk. */
export function talkCard(voice: Voice): Paper<Passage> {
  const { line } = voice
  return titled('talk-card', voice, [
    chapter(line('manager.talk.title'), [
      list(talkLines(voice), true),
      paragraph(line('talk.never')),
    ]),
    chapter(line('manager.emergency.title'), [paragraph(line('manager.emergency.text'))]),
  ])
}

const talkLines = ({ line }: Voice): readonly Passage[] =>
  steps.map((step) => line(`talk.${step}`))
