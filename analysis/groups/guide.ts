import { type ConstructId, constructOf } from '#surveys/constructs.ts'
import {
  openTopics,
  powerChecks,
  type TimedQuestion,
  timedRoute,
} from '#surveys/focus-group-guide.ts'
import type { Locale } from '#surveys/locale.ts'
import type { HotSpots } from '../needs/hot-spots.ts'
import type { Paper, PaperBlock, PaperSection } from '../orientation/document.ts'
import {
  callout,
  contacts,
  type GroupFacts,
  list,
  paper,
  paragraph,
  section,
  type Voice,
  voiceOf,
} from './paper.ts'

/**
 * What a facilitator holds in hand: the route with its minutes, and what this organization's
 * survey leaves open, or its published results leave to explain. Names of topics, no figure.
 *
 * @throws RangeError for a length that no group may have
 */
export function guidePaper(facts: GroupFacts, locale: Locale): Paper {
  const voice = voiceOf(locale)
  const { say } = voice
  const route = timedRoute(facts.minutes)
  return paper('guide', facts, voice, [
    section(
      say('guide.before'),
      list([say('guide.before.room'), say('guide.before.paper')]),
      paragraph(say('guide.before.power')),
      list(powerChecks.map((check) => say(`power.${check}`))),
      callout(say('limits.title'), say('limits')),
    ),
    section(say('guide.route'), overview(route, voice)),
    ...route.map((question, index) => questionPart(question, index + 1, voice)),
    facts.hotSpots ? found(facts.hotSpots, voice) : open(voice),
    section(
      say('guide.listen'),
      list([
        say('guide.listen.count'),
        say('guide.listen.quiet'),
        say('guide.listen.leave'),
      ]),
    ),
    section(
      say('guide.after'),
      list([say('guide.after.compare'), say('guide.after.enter')]),
    ),
    section(say('help.title'), contacts(facts, voice)),
  ])
}

function overview(route: readonly TimedQuestion[], { say }: Voice): PaperBlock {
  return {
    kind: 'table',
    caption: '',
    head: [
      say('guide.route.number'),
      say('guide.route.question'),
      say('guide.route.minutes'),
    ],
    rows: route.map(({ id, minutes }, index) => [
      String(index + 1),
      say(`route.${id}.title`),
      String(minutes),
    ]),
  }
}

function questionPart(
  { id, minutes }: TimedQuestion,
  number: number,
  { say }: Voice,
): PaperSection {
  const title = say(`route.${id}.title`)
  return section(
    `${number}. ${title} · ${minutes} min`,
    callout(say(`route.${id}.ask`), say(`route.${id}.how`)),
  )
}

function open({ say, topic }: Voice): PaperSection {
  const { unshown, unexplained, sensitive } = openTopics()
  return section(
    say('guide.open'),
    paragraph(say('guide.open.text')),
    ...topicsBelow(say('guide.open.unshown'), unshown.map(topic)),
    ...topicsBelow(say('guide.open.unexplained'), unexplained.map(topic)),
    ...topicsBelow(say('guide.open.sensitive'), sensitive.map(topic)),
  )
}

function found({ high, apart, hidden }: HotSpots, { say, topic }: Voice): PaperSection {
  const marked = (construct: ConstructId): string =>
    constructOf(construct).sensitive
      ? `${topic(construct)} (${say('guide.found.sensitive')})`
      : topic(construct)
  const isEmpty = high.length + apart.length + hidden.length === 0
  return section(
    say('guide.found'),
    paragraph(say(isEmpty ? 'guide.found.none' : 'guide.found.text')),
    ...topicsBelow(say('guide.found.high'), high.map(marked)),
    ...topicsBelow(say('guide.found.apart'), apart.map(marked)),
    ...topicsBelow(say('guide.found.hidden'), hidden.map(marked)),
  )
}

/** Topics below what to do with them: a clause or a sentence. */
function topicsBelow(title: string, topics: readonly string[]): readonly PaperBlock[] {
  const lead = title.endsWith('.') ? title : `${title}:`
  return topics.length === 0 ? [] : [paragraph(lead), list(topics)]
}
