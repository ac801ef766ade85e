import { type AnnualVoice, numberIn } from './annual-voice.ts'
import {
  changesInWords,
  incidentsInWords,
  plannedInWords,
  satisfactionInWords,
  soonInWords,
  useInWords,
} from './report-in-words.ts'
import type { Year } from './year.ts'

/** What a program can be judged by (after RE-AIM), with fairness and safety beside. */
export const dimensions = [
  'reach',
  'effectiveness',
  'adoption',
  'implementation',
  'maintenance',
  'equity',
  'safety',
] as const
export type Dimension = (typeof dimensions)[number]

/** What is known under a heading, and what is not, with who would know. */
export interface Judged {
  readonly dimension: Dimension
  readonly known: readonly string[]
  readonly unknown: readonly string[]
}

/** The scorecard of a year in one language. It gives no marks: what is not known is said. */
export function scorecard(year: Year, voice: AnnualVoice): readonly Judged[] {
  return dimensions.map((dimension) => ({ dimension, ...judges[dimension](year, voice) }))
}

type Judge = (year: Year, voice: AnnualVoice) => Omit<Judged, 'dimension'>

const judges: Readonly<Record<Dimension, Judge>> = {
  reach: ({ report }, voice) => ({
    known: [
      ...useInWords(report, voice),
      ...orientationKnown(report, voice),
      voice.say('annual.use.means'),
    ],
    unknown:
      report.contacts.orientation.kind === 'untold'
        ? [voice.say('annual.unknown.orientation')]
        : [],
  }),
  effectiveness: ({ report, askedAgain }, voice) => ({
    known: [...changesInWords(report, voice), ...plannedInWords(report, voice)],
    unknown: [
      ...(report.outcome ? [] : [voice.say('annual.unknown.outcome')]),
      ...(askedAgain ? [] : [voice.say('annual.unknown.survey')]),
    ],
  }),
  adoption: ({ report: { contacts, tables } }, voice) => {
    const { managers } = contacts
    const led = tables.route?.shown['manager']
    return {
      known: [
        ...(managers.kind === 'shown'
          ? [voice.say('annual.known.managers', { n: numberIn(voice, managers.people) })]
          : []),
        ...(managers.kind === 'few' ? [voice.say('annual.known.managers-few')] : []),
        ...(led === undefined
          ? []
          : [voice.say('annual.known.led', { n: numberIn(voice, led) })]),
      ],
      unknown: [voice.say('annual.unknown.managers')],
    }
  },
  implementation: (year, voice) => ({
    known: [
      ...deedsKnown(year, voice),
      ...soonInWords(year.report, voice),
      ...vettingKnown(year, voice),
    ],
    unknown: [
      ...(year.deeds ? [] : [voice.say('annual.unknown.deeds')]),
      ...(year.report.vetting ? [] : [voice.say('annual.unknown.vetting')]),
    ],
  }),
  maintenance: ({ askedAgain }, voice) => ({
    known: askedAgain ? [voice.say('annual.known.asked-again')] : [],
    unknown: askedAgain ? [] : [voice.say('annual.unknown.maintenance')],
  }),
  equity: ({ report, beside }, voice) => ({
    known: beside.flatMap(({ topic, coverage }) =>
      coverage
        ? [
            voice.say('annual.known.coverage', {
              topic: voice.say(`annual.topic.${topic}`),
              low: numberIn(voice, coverage.low),
              high: numberIn(voice, coverage.high),
            }),
          ]
        : [],
    ),
    unknown: [
      ...(report.tables.language ? [] : [voice.say('annual.unknown.language')]),
      voice.say('annual.unknown.units'),
    ],
  }),
  safety: ({ report }, voice) => ({
    known: [
      ...incidentsInWords(report, voice),
      ...satisfactionInWords(report, voice),
      voice.say('annual.known.hidden'),
    ],
    unknown: [voice.say('annual.unknown.safety')],
  }),
}

function orientationKnown(
  { contacts: { orientation } }: Year['report'],
  voice: AnnualVoice,
): readonly string[] {
  return orientation.kind === 'shown'
    ? [voice.say('annual.known.orientation', { n: numberIn(voice, orientation.people) })]
    : []
}

function deedsKnown({ promised, deeds }: Year, voice: AnnualVoice): readonly string[] {
  if (!promised) return [voice.say('annual.known.no-program')]
  const all = numberIn(voice, promised.components.length)
  if (!deeds) return [voice.say('annual.known.promised', { n: all })]
  const done = deeds.filter(({ standing }) => standing === 'done').length
  return [voice.say('annual.known.deeds', { n: numberIn(voice, done), all })]
}

function vettingKnown({ report }: Year, voice: AnnualVoice): readonly string[] {
  if (!report.vetting) return []
  const { counsellors, vetted } = report.vetting
  return [
    voice.say('annual.known.vetting', {
      n: numberIn(voice, vetted),
      all: numberIn(voice, counsellors),
    }),
  ]
}
