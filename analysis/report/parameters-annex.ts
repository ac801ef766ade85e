import { constructIds, constructOf } from '#surveys/constructs.ts'
import type { Locale } from '#surveys/locale.ts'
import {
  type Parameters,
  standardParameters,
  type WeightChange,
} from '../needs/method-parameters.ts'
import type { Block, Section } from '../orientation/document.ts'
import { componentIds, componentOf } from '../recommendation/components.ts'
import { type ExplanationVoice, explanationVoice } from './explanation-voice.ts'

/** The groups of numbers in `parameters.ts`, in its order. */
const groups = [
  'prevalence',
  'equity',
  'differences',
  'seriousness',
  'burdenScale',
  'sources',
  'fullQuality',
  'unknownResponseRate',
  'leastPeople',
  'needLevel',
  'simulation',
  'match',
  'priority',
  'tiers',
  'rules',
  'portfolio',
] as const satisfies readonly (keyof Parameters)[]

/** Every number of the method, what it means, and what an organization changed and why. */
export function parametersAnnex(parameters: Parameters, locale: Locale): Section {
  const voice = explanationVoice(locale)
  const { version, changes } = parameters
  return {
    title: voice.why('parameters.title'),
    blocks: [
      paragraph(voice.why('parameters.version', { version })),
      ...changeBlocks(changes, voice),
      paragraph(voice.why('parameters.fixed')),
      list(
        groups.map((group) =>
          voice.why('parameters.group', {
            meaning: voice.why(`parameters.${group}`),
            values: valuesIn(parameters[group], voice),
          }),
        ),
      ),
      needTable(parameters, voice),
      componentTable(parameters, voice),
    ],
    notes: [],
  }
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

const list = (items: readonly string[]): Block => ({
  kind: 'list',
  ordered: false,
  items,
})

/** "survey 0.6; managers 0.15": names as they stand in the file, values as they are read. */
function valuesIn(group: unknown, voice: ExplanationVoice): string {
  if (typeof group === 'number') return voice.number(group, 4)
  if (Array.isArray(group)) {
    return group.map((value: unknown) => valuesIn(value, voice)).join(' / ')
  }
  return Object.entries(group ?? {})
    .map(([name, value]) => `${name} ${valuesIn(value, voice)}`)
    .join('; ')
}

function changeBlocks(
  changes: readonly WeightChange[],
  voice: ExplanationVoice,
): readonly Block[] {
  if (changes.length === 0) return [paragraph(voice.why('parameters.unchanged'))]
  return [
    paragraph(voice.why('parameters.changed')),
    list(changes.map((change) => changeInWords(change, voice))),
  ]
}

function changeInWords(change: WeightChange, voice: ExplanationVoice): string {
  return voice.why('parameters.change', {
    what: whatChanged(change, voice),
    from: valuesIn(defaultOf(change), voice),
    to: valuesIn(change.to, voice),
    reason: change.reason,
  })
}

function whatChanged(change: WeightChange, voice: ExplanationVoice): string {
  switch (change.kind) {
    case 'sources':
    case 'match':
    case 'burden-scale':
      return voice.why(`parameters.change.${change.kind}`)
    case 'severity':
      return voice.why('parameters.change.severity', {
        need: voice.need(change.construct),
      })
    case 'fit':
      return voice.why('parameters.change.fit', {
        component: voice.component(change.component),
        need: voice.need(change.construct),
      })
  }
}

function defaultOf(change: WeightChange): unknown {
  const { sources, match, burdenScale, severities, fits } = standardParameters
  switch (change.kind) {
    case 'sources':
      return sources
    case 'match':
      return match.weights
    case 'burden-scale':
      return burdenScale
    case 'severity':
      return severities[change.construct]
    case 'fit':
      return fits[change.component][change.construct] ?? 0
  }
}

function needTable({ severities }: Parameters, voice: ExplanationVoice): Block {
  const percent = new Intl.NumberFormat(voice.locale, {
    style: 'percent',
    maximumFractionDigits: 1,
  })
  return {
    kind: 'table',
    head: [
      voice.why('parameters.need'),
      voice.why('parameters.severity'),
      voice.why('parameters.attention'),
      voice.why('parameters.action'),
    ],
    rows: constructIds.map((id) => [
      voice.need(id),
      voice.number(severities[id], 2),
      percent.format(constructOf(id).attention),
      percent.format(constructOf(id).action),
    ]),
    caption: voice.why('parameters.needs'),
  }
}

function componentTable({ fits }: Parameters, voice: ExplanationVoice): Block {
  return {
    kind: 'table',
    head: [
      voice.why('parameters.component'),
      voice.why('parameters.evidence'),
      voice.why('parameters.cost'),
      voice.why('parameters.fits'),
    ],
    rows: componentIds.map((id) => [
      voice.component(id),
      voice.number(componentOf(id).evidenceValue, 2),
      voice.number(componentOf(id).relativeCost),
      constructIds
        .flatMap((construct) => {
          const fit = fits[id][construct]
          return fit ? [`${voice.need(construct)} ${voice.number(fit, 2)}`] : []
        })
        .join('; '),
    ]),
    caption: voice.why('parameters.components'),
  }
}
