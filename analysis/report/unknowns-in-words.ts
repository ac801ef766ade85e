import { parameters } from '../needs/parameters.ts'
import { answersFor, type DataSituation } from '../recommendation/data-situations.ts'
import type { Unknown } from '../recommendation/explain-unknowns.ts'
import type { FindOutMore } from '../recommendation/find-out-more.ts'
import { sourceTexts } from '../sources-wording.ts'
import type { ExplanationVoice } from './explanation-voice.ts'
import { askNext } from './sources-in-words.ts'

/** Whether something is unknown of everything alike, not of one component. */
export function isGeneral({ kind }: Unknown): boolean {
  switch (kind) {
    case 'data':
    case 'not-validated':
    case 'pilot-only':
    case 'translation-not-checked':
    case 'default-weights':
    case 'changed-weights':
      return true
    default:
      return false
  }
}

/** Part 13, one thing of it: what is not known. */
export function unknownInWords(unknown: Unknown, voice: ExplanationVoice): string {
  switch (unknown.kind) {
    case 'not-shown':
    case 'not-asked':
    case 'share-not-shown':
    case 'single-source':
    case 'silence':
    case 'sensitive-dissonance':
      return voice.why(`explain.unknown.${unknown.kind}`, {
        needs: voice.needs(unknown.constructs),
      })
    case 'find-out-more':
      return findOutMoreInWords(unknown.on, voice)
    case 'wish-unknown':
      return voice.why('explain.unknown.wish')
    case 'data':
      return situationInWords(unknown.situation, voice)
    case 'not-validated':
    case 'pilot-only':
    case 'translation-not-checked':
      return voice.analysis(`validation.${unknown.kind}`, {
        languages: voice.allOf(unknown.locales.map(voice.language)),
      })
    case 'default-weights':
      return voice.analysis('judgement')
    case 'changed-weights':
      return voice.why('explain.unknown.changed-weights')
  }
}

/** What to find out, with a question to ask where sources contradict each other. */
function findOutMoreInWords(on: FindOutMore, voice: ExplanationVoice): string {
  if (on.kind === 'no-figures') {
    return voice.why('ask.no-figures', { needs: voice.needs(on.constructs) })
  }
  return voice.why('ask.on', {
    need: voice.need(on.construct),
    question: voice.why(questionOf(on), {
      question: askNext(on, sourceTexts[voice.locale]).question,
    }),
  })
}

const questions = {
  survey: { focusGroups: 'ask.survey.focusGroups', managers: 'ask.survey.managers' },
  focusGroups: {
    survey: 'ask.focusGroups.survey',
    managers: 'ask.focusGroups.managers',
  },
  managers: {
    survey: 'ask.managers.survey',
    focusGroups: 'ask.managers.focusGroups',
  },
} as const

type Question = Parameters<ExplanationVoice['why']>[0]

function questionOf({
  high,
  low,
}: Extract<FindOutMore, { kind: 'dissonance' }>): Question {
  const asked: Readonly<Partial<Record<typeof low, Question>>> = questions[high]
  const question = asked[low]
  if (!question) throw new RangeError(`expected two sources, got "${high}" twice`)
  return question
}

/** What the data can carry, in small and in missing. */
function situationInWords(situation: DataSituation, voice: ExplanationVoice): string {
  const { leastResponseRate } = parameters.rules
  return voice.why(`data.${situation}`, {
    least: leastOf(situation),
    percent: voice.number(100 * leastResponseRate),
    tier: voice.analysis('tier.consider'),
  })
}

function leastOf(situation: DataSituation): number {
  if (situation === 'too-few-people') return parameters.leastPeople
  if (situation === 'means-only') return answersFor.share
  return situation === 'whole-only' ? answersFor.units : answersFor.rare
}
