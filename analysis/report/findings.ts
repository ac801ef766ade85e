import { type ConstructId, constructOf } from '#surveys/constructs.ts'
import type { Locale } from '#surveys/locale.ts'
import { say, type Texts, type Words } from '#surveys/say.ts'
import { surveyTexts } from '#surveys/wording.ts'
import type { Disclosed, Figure, Release } from '../disclosure/disclosed.ts'
import type { Parameters } from '../needs/method-parameters.ts'
import type { Need, Needs } from '../needs/need.ts'
import type { Block, Document, Section } from '../orientation/document.ts'
import type { Explanation } from '../recommendation/explanation.ts'
import type { Recommendation } from '../recommendation/recommendation.ts'
import { answeringInWords } from './answering-in-words.ts'
import { explanationAnnex } from './explanation-document.ts'
import { type Voice, voiceOf } from './findings-voice.ts'
import { methodSection } from './method-section.ts'
import { parametersAnnex } from './parameters-annex.ts'

/** What a report on needs is made from. */
export interface Findings {
  readonly title: string
  /** whose data they are */
  readonly source: string
  readonly release: Disclosed<Release>
  readonly needs: Needs
  readonly recommendations: readonly Recommendation[]
  /** of what is proposed, for the annex */
  readonly explanations: readonly Explanation[]
  readonly parameters: Parameters
  readonly seed: string
  /** how each construct was read from another tool's data */
  readonly notes: Readonly<Partial<Record<ConstructId, string>>>
}

const mostUnitColumns = 4
/** More bars than this do not fit beside the words that explain them. */
const mostBars = 10
const mostInShort = 3
/** Means that differ by less are not worth a sentence. */
const tellingSpread = 10

/**
 * The needs analysis as a document: who answered, the needs, by unit, what could help, limits;
 * and annexed, why each component and every number of the method.
 */
export function findingsReport(findings: Findings, locale: Locale): Document {
  const voice = voiceOf(locale)
  const { texts } = voice
  return {
    locale,
    title: `${say(texts, 'report.title')}: ${findings.title}`,
    subtitle: say(texts, 'report.subtitle', { source: findings.source }),
    footer: findings.title,
    sections: [
      inShort(findings, voice),
      whoAnswered(findings, voice),
      needsSection(findings, voice),
      unitsSection(findings, voice),
      componentsSection(findings, voice),
      mappingSection(findings, voice),
      methodSection(findings, voice),
      ...explanationAnnex(findings.explanations, locale),
      parametersAnnex(findings.parameters, locale),
    ].filter(({ blocks }) => blocks.length > 0),
  }
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const list = (items: readonly string[]): Block => ({
  kind: 'list',
  ordered: false,
  items,
})

/** The greatest needs in people, and where they are greatest and smallest. */
function inShort({ release, needs }: Findings, voice: Voice): Section {
  const { locale, texts } = voice
  const lines = needs.needs.slice(0, mostInShort).map((need) => {
    const people = need.people
      ? say(texts, `people.${need.construct}`, wordsOf(need.people, locale))
      : needLine(need, voice)
    const spread = spreadOf(need.construct, release)
    if (!spread) return people
    const { most, least } = spread
    const words = {
      most: most.name,
      high: writeNumber(most.value, locale),
      least: least.name,
      low: writeNumber(least.value, locale),
    }
    return [people, say(texts, 'report.short.spread', words)].join(' ')
  })
  return {
    title: say(texts, 'report.short.title'),
    blocks: lines.length > 0 ? [list(lines)] : [],
    notes: [],
  }
}

interface Named {
  readonly name: string
  readonly value: number
}

/** The units with the greatest and the smallest released mean, where they lie clearly apart. */
function spreadOf(
  construct: ConstructId,
  { units, constructs }: Release,
): { readonly most: Named; readonly least: Named } | null {
  const shown = units
    .flatMap(({ id, name }): readonly Named[] => {
      const mean = constructs[construct]?.units[id]?.meanNeed
      return mean?.kind === 'shown' ? [{ name, value: mean.value }] : []
    })
    .toSorted((a, b) => b.value - a.value)
  const [most] = shown
  const least = shown.at(-1)
  if (!most || !least || most.value - least.value < tellingSpread) return null
  return { most, least }
}

function whoAnswered({ release }: Findings, { locale, texts }: Voice): Section {
  const { answered, responseRate } = release.organization
  const lines = [
    answered.kind === 'shown'
      ? say(texts, 'report.who.answered', {
          from: writeNumber(answered.from, locale),
          to: writeNumber(answered.to, locale),
        })
      : say(texts, 'report.who.hidden'),
    ...(responseRate.kind === 'band'
      ? [say(texts, 'report.who.rate', { from: responseRate.from, to: responseRate.to })]
      : []),
    ...(responseRate.kind === 'unknown' ? [say(texts, 'report.who.unknown')] : []),
    ...(release.manyEmployers ? [say(texts, 'report.who.many')] : []),
  ]
  const spoken = { ...surveyTexts[locale], ...texts }
  const how = answeringInWords(release.answering, spoken, locale)
  return {
    title: say(texts, 'report.who.title'),
    blocks: [...lines.map(paragraph), ...(how.length > 0 ? [list(how)] : [])],
    notes: [],
  }
}

function needsSection({ needs }: Findings, voice: Voice): Section {
  const { locale, texts } = voice
  const title = say(texts, 'report.needs.title')
  if (needs.needs.length === 0) {
    return { title, blocks: [paragraph(say(texts, 'report.needs.none'))], notes: [] }
  }
  const bars = needs.needs.slice(0, mostBars).map((need) => ({
    label: nameOf(need.construct, locale),
    value: need.score,
    text: String(need.score),
  }))
  const words = bars.map(({ label, text }) => `${label} ${text}`).join('; ')
  return {
    title,
    blocks: [
      paragraph(say(texts, 'report.needs.lead')),
      {
        kind: 'bars',
        bars,
        unit: say(texts, 'why.bars.unit'),
        alt: say(texts, 'why.bars.alt', { bars: words }),
      },
      list(needs.needs.map((need) => needLine(need, voice))),
    ],
    notes: [],
  }
}

function needLine(need: Need, { locale, texts }: Voice): string {
  const line = say(texts, 'report.needs.line', {
    construct: nameOf(need.construct, locale),
    score: need.score,
    low: need.interval.low,
    high: need.interval.high,
    band: say(texts, `band.${need.band}`),
    confidence: say(texts, `confidence.${need.confidence}`),
  })
  if (!need.people) return line
  return [
    line,
    say(texts, `people.${need.construct}`, wordsOf(need.people, locale)),
  ].join(' ')
}

function wordsOf(
  { about, low, high, of }: NonNullable<Need['people']>,
  locale: Locale,
): Words {
  return {
    about: writeNumber(about, locale),
    low: writeNumber(low, locale),
    high: writeNumber(high, locale),
    of: writeNumber(of, locale),
  }
}

function unitsSection({ release, needs }: Findings, { locale, texts }: Voice): Section {
  const title = say(texts, 'report.units.title')
  const columns = needs.needs
    .map(({ construct }) => construct)
    .filter((construct) => !constructOf(construct).rare)
    .slice(0, mostUnitColumns)
  if (release.units.length === 0 || columns.length === 0) {
    return { title, blocks: [], notes: [] }
  }
  const rows = release.units.map(({ id, name, answered }) => [
    name,
    answered.kind === 'shown'
      ? `${writeNumber(answered.from, locale)}–${writeNumber(answered.to, locale)}`
      : say(texts, 'hidden'),
    ...columns.map((construct) =>
      write(release.constructs[construct]?.units[id]?.meanNeed, texts, locale),
    ),
  ])
  return {
    title,
    blocks: [
      paragraph(say(texts, 'report.units.lead')),
      {
        kind: 'table',
        head: [
          say(texts, 'report.units.unit'),
          say(texts, 'report.units.answered'),
          ...columns.map((construct) => nameOf(construct, locale)),
        ],
        rows,
        caption: say(texts, 'report.units.caption'),
      },
    ],
    notes: [],
  }
}

function componentsSection({ recommendations }: Findings, { texts }: Voice): Section {
  const spokenFor = recommendations.filter(({ tier }) =>
    ['must-address', 'recommend', 'consider', 'core'].includes(tier),
  )
  const lines = spokenFor.map(({ component, tier }) =>
    say(texts, 'report.components.line', {
      component: say(texts, `component.${component}`),
      tier: say(texts, `tier.${tier}`),
      what: say(texts, `component.${component}.what`),
    }),
  )
  return {
    title: say(texts, 'report.components.title'),
    blocks: [paragraph(say(texts, 'report.components.lead')), list(lines)],
    notes: [],
  }
}

function mappingSection({ notes }: Findings, { locale, texts }: Voice): Section {
  const lines = Object.entries(notes).map(([construct, note]) =>
    say(texts, 'report.mapping.note', {
      construct: nameOf(construct as ConstructId, locale),
      note: note ?? '',
    }),
  )
  return {
    title: say(texts, 'report.mapping.title'),
    blocks: lines.length > 0 ? [list(lines)] : [],
    notes: [],
  }
}

function nameOf(construct: ConstructId, locale: Locale): string {
  return say(surveyTexts[locale], `construct.${construct}`)
}

function writeNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale).format(value)
}

function write(figure: Figure | undefined, texts: Texts, locale: Locale): string {
  if (!figure) return say(texts, 'not-asked')
  if (figure.kind === 'hidden') return say(texts, 'hidden')
  const sign = { shown: '', 'at-most': '≤ ', 'at-least': '≥ ' }[figure.kind]
  return `${sign}${writeNumber(figure.value, locale)}`
}
