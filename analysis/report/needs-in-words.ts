import { constructOf } from '#surveys/constructs.ts'
import { say } from '#surveys/say.ts'
import { surveyTexts } from '#surveys/wording.ts'
import type { PeopleCount } from '../needs/need.ts'
import type { AnsweredNeed } from '../recommendation/explain-needs.ts'
import type { TierReason } from '../recommendation/explain-tier.ts'
import type { Explanation } from '../recommendation/explanation.ts'
import type { SourceName } from '../recommendation/find-out-more.ts'
import type { ExplanationVoice } from './explanation-voice.ts'

/** Part 1: what, for whom, why now. */
export function headlineInWords(
  { component, tier, headline }: Explanation,
  voice: ExplanationVoice,
): readonly string[] {
  const { carriedBy, targetedUnits, reason, findOutMore } = headline
  const units = targetedUnits.map(({ name }) => name)
  return [
    voice.why('explain.what', {
      component: voice.component(component),
      tier: voice.analysis(`tier.${tier}`),
    }),
    voice.catalogue(`component.${component}.for`),
    ...reasonInWords(reason, tier, voice),
    carriedBy ? carriedByInWords(carriedBy, voice) : voice.why('explain.carried-by.none'),
    ...(units.length > 0
      ? [voice.why('explain.units', { units: voice.allOf(units) })]
      : []),
    ...(findOutMore.length > 0 ? [voice.why('explain.find-out-more')] : []),
  ]
}

function reasonInWords(
  reason: TierReason,
  tier: Explanation['tier'],
  voice: ExplanationVoice,
): readonly string[] {
  switch (reason.kind) {
    case 'core':
    case 'scores':
      return [voice.analysis(`tier.${tier}.why`)]
    case 'gate':
      return [voice.analysis('rule.R9')]
    case 'analyst':
      return [voice.analysis('rule.R11')]
    case 'by-default':
      return [
        voice.why('explain.about', {
          need: voice.need(reason.construct),
          sentence: voice.analysis(`rule.R3b.${reason.because}`),
        }),
      ]
    case 'harm':
    case 'level':
      return [
        voice.why(`explain.reason.${reason.kind}`, {
          need: voice.need(reason.construct),
        }),
      ]
    case 'hazard':
      return [
        voice.why('explain.reason.hazard', { need: voice.need(reason.construct) }),
        ...(reason.byDefaultWeights ? [voice.why('explain.reason.default-weights')] : []),
      ]
  }
}

/** Of part 1 what says why, in one sentence: the need that carries it where scores decide. */
export function whyInOneSentence(
  explanation: Explanation,
  voice: ExplanationVoice,
): string {
  const { tier, headline } = explanation
  const { reason, carriedBy } = headline
  const [first = ''] =
    reason.kind === 'scores' && carriedBy
      ? [carriedByInWords(carriedBy, voice)]
      : reasonInWords(reason, tier, voice)
  return first
}

function carriedByInWords(
  { construct, score, band }: NonNullable<Explanation['headline']['carriedBy']>,
  voice: ExplanationVoice,
): string {
  return voice.why('explain.carried-by', {
    need: voice.need(construct),
    score,
    band: voice.analysis(`band.${band}`),
  })
}

/** Part 2: the needs, in people where that may be shown, and how sure they are. */
export function needsInWords(
  { needs }: Pick<Explanation, 'needs'>,
  voice: ExplanationVoice,
): readonly string[] {
  return needs.flatMap((need) => needInWords(need, voice))
}

function needInWords(need: AnsweredNeed, voice: ExplanationVoice): readonly string[] {
  const name = voice.need(need.construct)
  if (need.kind === 'missing') {
    return [voice.why(`explain.need.missing.${need.reason}`, { need: name })]
  }
  const { score, interval, band, confidence } = need
  return [
    voice.why('explain.need', {
      need: name,
      score,
      low: interval.low,
      high: interval.high,
      band: voice.analysis(`band.${band}`),
    }),
    ...shareInWords(need, voice),
    voice.why('explain.need.sure', {
      confidence: voice.analysis(`confidence.${confidence}`),
    }),
  ]
}

function shareInWords(
  { construct, share }: Extract<AnsweredNeed, { kind: 'rated' }>,
  voice: ExplanationVoice,
): readonly string[] {
  switch (share.kind) {
    case 'people':
      return [
        voice.analysis(`people.${construct}`, peopleInWords(share.people, voice)),
        ...(share.stressed
          ? [voice.analysis('report.stress', peopleInWords(share.stressed, voice))]
          : []),
      ]
    case 'at-most':
    case 'at-least':
      return [
        voice.why(`explain.need.${share.kind}`, { percent: voice.number(share.percent) }),
      ]
    case 'not-shown':
      return [voice.why('explain.need.not-shown')]
    case 'heard-only':
      return [voice.why('explain.need.theme')]
  }
}

function peopleInWords({ about, low, high, of }: PeopleCount, voice: ExplanationVoice) {
  return {
    about: voice.number(about),
    low: voice.number(low),
    high: voice.number(high),
    of: voice.number(of),
  }
}

const sourceKeys = {
  survey: 'source.survey',
  focusGroups: 'source.focus-groups',
  managers: 'source.managers',
} as const satisfies Readonly<Record<SourceName, string>>

/** Part 3: who said so, how the sources agree, and one voice where one was approved. */
export function sourcesInWords(
  { sources }: Pick<Explanation, 'sources'>,
  voice: ExplanationVoice,
): readonly string[] {
  if (sources.length === 0) return [voice.why('explain.sources.none')]
  return sources.flatMap(({ construct, heard, convergence, paraphrase }) => [
    voice.why('explain.sources', {
      need: voice.need(construct),
      sources: heard
        .map(({ source, score }) => `${voice.analysis(sourceKeys[source])} ${score}`)
        .join(', '),
    }),
    convergence === 'dissonance' && constructOf(construct).sensitive
      ? voice.why('explain.sources.sensitive')
      : voice.analysis(`convergence.${convergence}`),
    ...(paraphrase === null ? [] : [voice.why('explain.paraphrase', { paraphrase })]),
  ])
}

/** Part 4: who would use it, as far as it may be known. */
export function feltNeedInWords(
  { feltNeed }: Pick<Explanation, 'feltNeed'>,
  voice: ExplanationVoice,
): readonly string[] {
  switch (feltNeed.kind) {
    case 'no-wish':
      return [voice.why('explain.felt.no-wish')]
    case 'not-asked':
    case 'not-shown':
      return [voice.why(`explain.felt.${feltNeed.kind}`)]
    case 'shown':
      return [
        voice.analysis('reason.wanted', { percent: voice.number(feltNeed.percent) }),
        askedAs(feltNeed.family, voice),
      ]
    case 'at-most':
    case 'at-least':
      return [
        voice.why(`explain.felt.${feltNeed.kind}`, {
          percent: voice.number(feltNeed.percent),
        }),
        askedAs(feltNeed.family, voice),
      ]
  }
}

function askedAs(
  family: Exclude<Explanation['feltNeed'], { kind: 'no-wish' }>['family'],
  voice: ExplanationVoice,
): string {
  const option = say(surveyTexts[voice.locale], `option.wanted-services.${family}`)
  return voice.why('explain.felt.asked-as', { option })
}
