import { groupTopics } from '#surveys/focus-group-form.ts'
import { distressSteps, groundRules } from '#surveys/focus-group-guide.ts'
import type { Locale } from '#surveys/locale.ts'
import type { Paper } from '../orientation/document.ts'
import {
  contacts,
  type GroupFacts,
  list,
  paper,
  paragraph,
  section,
  voiceOf,
} from './paper.ts'

const agreed = ['talk', 'voluntary', 'notes', 'use', 'back', 'promise'] as const
const blankCards = 3

/** What each person signs. It stays on paper. */
export function consentPaper(facts: GroupFacts, locale: Locale): Paper {
  const voice = voiceOf(locale)
  const { say } = voice
  const { minutes } = facts
  return paper('consent', facts, voice, [
    section(
      say('consent.about'),
      list(
        agreed.map((one) =>
          one === 'talk'
            ? say('consent.item.talk', { minutes })
            : say(`consent.item.${one}`),
        ),
        true,
      ),
    ),
    section(say('consent.limits'), paragraph(say('limits.told'))),
    section(say('consent.kept'), paragraph(say('consent.kept.text'))),
    section(say('consent.sign'), {
      kind: 'lines',
      labels: [say('consent.day'), say('consent.signature')],
    }),
  ])
}

/** A card a topic, and some to write on. */
export function cardsPaper(facts: GroupFacts, locale: Locale): Paper {
  const voice = voiceOf(locale)
  const { say, topic } = voice
  const blank = Array.from({ length: blankCards }, () => say('cards.blank'))
  return paper('cards', facts, voice, [
    section(say('cards.section'), {
      kind: 'cards',
      cards: [...groupTopics.map(topic), ...blank],
    }),
  ])
}

/** What a group agrees on before its first question. */
export function rulesPaper(facts: GroupFacts, locale: Locale): Paper {
  const voice = voiceOf(locale)
  const { say } = voice
  return paper('rules', facts, voice, [
    section(say('rules.section'), list(groundRules.map((rule) => say(`rule.${rule}`)))),
    section(say('consent.limits'), paragraph(say('limits.told'))),
  ])
}

/** What is done when somebody is in distress, with whom to call. */
export function distressPaper(facts: GroupFacts, locale: Locale): Paper {
  const voice = voiceOf(locale)
  const { say } = voice
  return paper('distress', facts, voice, [
    section(
      say('distress.section'),
      list(
        distressSteps.map((step) => say(`distress.${step}`)),
        true,
      ),
    ),
    section(say('help.title'), contacts(facts, voice)),
  ])
}
