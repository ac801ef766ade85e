import type { Locale } from '#surveys/locale.ts'
import type { Block, Document, Section } from '../orientation/document.ts'
import type { Explanation } from '../recommendation/explanation.ts'
import type { Tier } from '../recommendation/recommendation.ts'
import { accessInWords } from './component-in-words.ts'
import { explanationInWords } from './explanation-in-words.ts'
import { explanationParts } from './explanation-parts.ts'
import { type ExplanationVoice, explanationVoice } from './explanation-voice.ts'
import { isGeneral, unknownInWords } from './unknowns-in-words.ts'

/** One explanation as a document of its own: thirteen small sections. */
export function explanationDocument(
  explanation: Explanation,
  organization: string,
  locale: Locale,
): Document {
  const voice = explanationVoice(locale)
  const name = voice.component(explanation.component)
  return {
    locale,
    title: voice.why('explain.title', { component: name }),
    subtitle: organization,
    footer: organization,
    sections: explanationParts.map((part) => ({
      title: voice.why(`explain.part.${part}`),
      blocks: sentenceBlocks(explanationInWords(part, explanation, voice)),
      notes: [],
    })),
  }
}

function sentenceBlocks(sentences: readonly string[]): readonly Block[] {
  const [only] = sentences
  if (sentences.length === 1 && only) return [{ kind: 'paragraph', text: only }]
  return [{ kind: 'list', ordered: false, items: sentences }]
}

const explained: readonly Tier[] = ['must-address', 'recommend', 'consider']

/**
 * The annex of a report: what holds for all components once, then thirteen answers on each
 * that must be addressed, is recommended or can be considered, and the core in short.
 *
 * @returns empty where there are no explanations
 */
export function explanationAnnex(
  explanations: readonly Explanation[],
  locale: Locale,
): readonly Section[] {
  const voice = explanationVoice(locale)
  const [any] = explanations
  if (!any) return []
  const general = any.unknowns.filter(isGeneral).map((one) => unknownInWords(one, voice))
  const core = explanations.filter(({ tier }) => tier === 'core')
  return [
    section(voice.why('explain.annex'), [
      { kind: 'paragraph', text: voice.why('explain.annex.lead') },
      { kind: 'list', ordered: false, items: general },
    ]),
    ...explanations
      .filter(({ tier }) => explained.includes(tier))
      .map((explanation) => inThirteen(explanation, voice)),
    ...(core.length > 0 ? [coreInShort(core, voice)] : []),
  ]
}

/** Thirteen numbered answers: the number is that of the part. */
function inThirteen(explanation: Explanation, voice: ExplanationVoice): Section {
  const specific = explanation.unknowns.filter((one) => !isGeneral(one))
  const unknowns = [
    ...specific.map((one) => unknownInWords(one, voice)),
    voice.why('explain.unknown.general'),
  ]
  const items = explanationParts.map((part) => {
    const sentences =
      part === 'unknowns' ? unknowns : explanationInWords(part, explanation, voice)
    return `${voice.why(`explain.part.${part}`)}: ${sentences.join(' ')}`
  })
  const name = voice.component(explanation.component)
  return section(voice.why('explain.title', { component: name }), [
    { kind: 'list', ordered: true, items },
  ])
}

/** What the core needs said at least: whom it is for, how people get it, when to look. */
function coreInShort(
  explanations: readonly Explanation[],
  voice: ExplanationVoice,
): Section {
  const items = explanations.map((explanation) =>
    [
      `${voice.component(explanation.component)}.`,
      voice.catalogue(`component.${explanation.component}.for`),
      ...accessInWords(explanation, voice),
      voice.why('explain.review', { months: explanation.evaluation.reviewMonths }),
    ].join(' '),
  )
  return section(voice.why('explain.core'), [{ kind: 'list', ordered: false, items }])
}

function section(title: string, blocks: readonly Block[]): Section {
  return { title, blocks, notes: [] }
}
