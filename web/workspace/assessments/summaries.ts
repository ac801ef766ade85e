import { isReleased } from '#server/assessments/contract.ts'
import { languageNames } from '#surveys/locale.ts'
import type { Language } from '../../language.tsx'
import type { Facts } from './facts.ts'
import type { Step } from './steps.ts'

type Summary = (facts: Facts, language: Language) => string | undefined

/** What there is to say of each step once it has begun, in a sentence or two. */
export const summaries: Readonly<Record<Step, Summary>> = {
  prepare: ({ assessment: { units, counted, languages } }, { say, count }) => {
    if (units.length === 0) return undefined
    const people = counted.reduce((sum, { headcount }) => sum + headcount, 0)
    return say('home.prepare', {
      people: count('people', people),
      units: count('prepare.counted', counted.length),
      languages: languages.map((locale) => languageNames[locale]).join(', '),
    })
  },
  approve: ({ assessment }, { say }) => {
    if (!('approvedBy' in assessment)) return undefined
    const approved = say('approve.given', { name: assessment.approvedBy })
    return 'surveyNumber' in assessment
      ? `${approved} ${say('home.frozen', { number: assessment.surveyNumber })}`
      : approved
  },
  ask: ({ assessment }, { say, date }) => {
    if ('closedOn' in assessment) {
      return say('home.asked', { date: date(assessment.closedOn) })
    }
    return assessment.state === 'open' && assessment.closesOn
      ? say('home.asking', { date: date(assessment.closesOn) })
      : undefined
  },
  understand: ({ assessment }, { say, date }) => {
    if (isReleased(assessment)) {
      return say('home.published', { date: date(assessment.releasedOn) })
    }
    return 'closedOn' in assessment && assessment.resultsBy
      ? say('home.promised', { date: date(assessment.resultsBy) })
      : undefined
  },
  design: ({ program }, { say, date }) =>
    program?.adopted
      ? say('home.adopted', { name: program.adopted.by, date: date(program.adopted.on) })
      : undefined,
  tell: ({ orientation }, { say }) =>
    orientation?.adopted && orientation.missing.length === 0
      ? say('home.ready')
      : undefined,
  review: ({ years = [] }, { say, month, date }) => {
    const [latest] = years
    if (!latest) return undefined
    const { from, to } = latest.report
    const words = { from: month(from), to: month(to) }
    return latest.publishedOn
      ? say('home.year.told', { ...words, date: date(latest.publishedOn) })
      : say('home.year', words)
  },
}
