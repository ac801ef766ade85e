import { chapter, list, type Part, paragraph } from '../blocks.ts'
import type { Paper } from '../document.ts'
import { helpNow } from '../passages.ts'
import type { Tailoring } from '../tailoring.ts'
import type { Passage, Voice } from '../voice.ts'
import { numberFirst } from './handout.ts'
import { titled } from './paper.ts'

const questions = [
  'private',
  'manager',
  'what',
  'cost',
  'speak',
  'who',
  'other',
  'work',
  'colleague',
  'bullying',
  'end',
  'danger',
] as const

/** What people ask, each question with its answer below. */
export function faq(voice: Voice): Paper<Passage> {
  const { line } = voice
  return titled('faq', voice, [
    ...questions.map((one) =>
      chapter(line(`faq.${one}.q`), [paragraph(line(`faq.${one}.a`))]),
    ),
    chapter(line('now.title'), [helpNow(voice)]),
  ])
}

const cardsOnASheet = 4

/**
 * Cards to cut out: the number on the front, what to do in danger on the back. Both stand beside
 * each other and are folded in the middle: a printer that turns the sheet cannot set one wrong.
 */
export function walletCard({ line, ...voice }: Voice): Paper<Passage> {
  const isFamily = voice.records.facts['family'] === 'yes'
  const front = line(isFamily ? 'wallet-card.front-family' : 'wallet-card.front')
  const sides = [front, line('wallet-card.back')]
  const cards = Array.from({ length: cardsOnASheet }, () => sides).flat()
  return titled('wallet-card', { line, ...voice }, [
    chapter(line('wallet-card.sides.title'), [{ kind: 'cards', cards }]),
  ])
}

/** Three messages, a page each; a practical one where people wish for practical help. */
export function posters(voice: Voice, { rules }: Tailoring): Paper<Passage> {
  const { line, lineAs, records } = voice
  const isPractical = rules.includes('practical-doors')
  const messages = [isPractical ? 'practical' : 'ordinary', 'private', 'easy'] as const
  const portal = records.facts['portal']
  const square = (id: string): readonly Part[] =>
    portal
      ? [{ kind: 'square', link: portal, alt: lineAs(`${id}.alt`, 'portal.alt') }]
      : []
  return titled(
    'posters',
    voice,
    messages.map((id) =>
      chapter(line(`poster.${id}.title`), [
        paragraph(line(`poster.${id}.text`)),
        {
          kind: 'callout',
          title: lineAs(`${id}.call`, 'poster.call'),
          text: lineAs(`${id}.open`, 'poster.open'),
        },
        ...square(id),
      ]),
    ),
  )
}

/** A letter home; what weighs on many is named. */
export function familyLetter(voice: Voice, { rules }: Tailoring): Paper<Passage> {
  const { line, byFact, records } = voice
  const has = (...ids: readonly string[]) =>
    rules.includes('family-letter') &&
    records.components.some((component) => ids.includes(component))
  return titled('family-letter', voice, [
    chapter(line('family.hello.title'), [
      paragraph(line('family.1')),
      paragraph(byFact('family', { yes: 'family.yes', no: 'family.no' })),
      paragraph(line('family.2')),
      ...(has('childcare_school', 'eldercare_carers')
        ? [paragraph(line('family.care'))]
        : []),
      ...(has('financial_counselling', 'hardship_help')
        ? [paragraph(line('family.money'))]
        : []),
      paragraph(line('family.3')),
      numberFirst(voice),
    ]),
    chapter(line('now.title'), [helpNow(voice)]),
  ])
}

/** Very short sentences in easy words. */
export function easyRead(voice: Voice): Paper<Passage> {
  const { line } = voice
  return titled('easy-read', voice, [
    chapter(line('easy.what.title'), [
      list([line('easy.what.1'), line('easy.what.2'), line('easy.what.3')]),
    ]),
    chapter(line('easy.when.title'), [
      list([
        line('easy.when.1'),
        line('easy.when.2'),
        line('easy.when.3'),
        line('easy.when.4'),
      ]),
    ]),
    chapter(line('easy.how.title'), [
      list([line('easy.how.1'), line('easy.how.2'), line('easy.how.3')]),
    ]),
    chapter(line('easy.private.title'), [
      list([line('easy.private.1'), line('easy.private.2')]),
    ]),
    chapter(line('easy.danger.title'), [
      paragraph(line('easy.danger.1')),
      helpNow(voice),
    ]),
  ])
}
