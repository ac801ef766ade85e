import type { AnnualText } from '../annual-wording.ts'
import type {
  AnnualReport,
  IncidentsTold,
  OutcomeTold,
  ShareTold,
} from '../disclosure/annual-report.ts'
import { sdc1 } from '../disclosure/rules.ts'
import {
  type AnnualVoice,
  bandIn,
  meanIn,
  monthIn,
  numberIn,
  rateIn,
  shareIn,
} from './annual-voice.ts'

/** Figures of a report as sentences; each knows what it may not say. */

type Sentences = readonly string[]

/** `January 2026 to December 2026`. */
export const periodInWords = (
  { from, to }: Pick<AnnualReport, 'from' | 'to'>,
  voice: AnnualVoice,
): string =>
  voice.say('annual.period', { from: monthIn(voice, from), to: monthIn(voice, to) })

/** Cases with their numerator, denominator and definition; no target, and what it may mean. */
export function useInWords(
  { cases, covered, use, caseMeaning }: AnnualReport,
  voice: AnnualVoice,
): Sentences {
  const people = numberIn(voice, covered)
  const first =
    cases.kind === 'shown' && use !== null
      ? voice.say('annual.use', {
          cases: numberIn(voice, cases.people),
          people,
          use: numberIn(voice, use),
        })
      : voice.say('annual.use.few', { least: sdc1.group, people })
  return [first, voice.say(`annual.case.${caseMeaning}.is`)]
}

/** The sentences that no utilisation stands without. */
export const useMeans = (voice: AnnualVoice): Sentences => [
  voice.say('annual.use.elsewhere'),
  voice.say('annual.use.means'),
]

export function satisfactionInWords(
  { satisfaction }: AnnualReport,
  voice: AnnualVoice,
): Sentences {
  if (!satisfaction) return []
  const words = {
    share: shareIn(voice, satisfaction.share),
    n: bandIn(voice, satisfaction.of),
    response: rateIn(voice, satisfaction.response),
  }
  const isHidden = satisfaction.share.kind === 'hidden'
  return [
    isHidden ? voice.say('annual.satisfied.few') : voice.say('annual.satisfied', words),
  ]
}

export const plannedInWords = (
  { planned }: AnnualReport,
  voice: AnnualVoice,
): Sentences => shareSentence(planned, 'annual.planned', voice)

export function soonInWords(
  { waiting, soon }: AnnualReport,
  voice: AnnualVoice,
): Sentences {
  return [
    ...(waiting === null
      ? []
      : [voice.say('annual.waiting', { days: numberIn(voice, waiting) })]),
    ...shareSentence(soon, 'annual.soon', voice),
  ]
}

/** How cases went: sessions, and where they led. */
export function courseInWords(report: AnnualReport, voice: AnnualVoice): Sentences {
  const { sessions, referred } = report
  return [
    ...soonInWords(report, voice),
    ...(sessions === null
      ? []
      : [voice.say('annual.sessions', { n: numberIn(voice, sessions) })]),
    ...shareSentence(referred, 'annual.referred', voice),
    ...plannedInWords(report, voice),
  ]
}

function shareSentence(
  told: ShareTold | null,
  key: Extract<AnnualText, 'annual.planned' | 'annual.soon' | 'annual.referred'>,
  voice: AnnualVoice,
): Sentences {
  if (!told || told.share.kind === 'hidden') return []
  return [
    voice.say(key, { share: shareIn(voice, told.share), n: bandIn(voice, told.of) }),
  ]
}

/** Complaints and breaches: none, a few, or how many; and whether all were resolved. */
export function incidentsInWords(
  { complaints, breaches }: AnnualReport,
  voice: AnnualVoice,
): Sentences {
  return [
    incident(complaints, 'complaints', voice),
    incident(breaches, 'breaches', voice),
  ]
}

function incident(
  { count, allResolved }: IncidentsTold,
  kind: 'complaints' | 'breaches',
  voice: AnnualVoice,
): string {
  if (count.kind === 'none') return voice.say(`annual.${kind}.none`)
  const number =
    count.kind === 'few'
      ? voice.say('annual.few', { least: sdc1.group })
      : numberIn(voice, count.count)
  const key = allResolved === null ? 'untold' : allResolved ? 'resolved' : 'open'
  return voice.say('annual.incident', {
    what: voice.say(`annual.${kind}`, { n: number }),
    resolved: voice.say(`annual.incident.${key}`),
  })
}

/** A before and an after never stand without the sentence on regression to the mean. */
export function changesInWords({ outcome }: AnnualReport, voice: AnnualVoice): Sentences {
  if (!outcome) return []
  const { matched, stayed, changes } = outcome
  const shown = changes.filter(({ before }) => before.kind !== 'hidden')
  if (shown.length === 0) return [voice.say('annual.outcome.few')]
  return [
    voice.say('annual.outcome.n', {
      n: bandIn(voice, matched),
      stayed: rateIn(voice, stayed),
    }),
    ...shown.map((change) => changeSentence(change, voice)),
    voice.say('annual.regression'),
  ]
}

function changeSentence(
  { kind, before, after, change }: OutcomeTold,
  voice: AnnualVoice,
): string {
  const words = {
    what: voice.say(`annual.outcome.${kind}`),
    before: meanIn(voice, before),
    after: meanIn(voice, after),
  }
  if (!change) return voice.say('annual.change', words)
  const { low, high } = change
  return voice.say('annual.change.between', {
    ...words,
    low: numberIn(voice, low),
    high: numberIn(voice, high),
  })
}
