import { paths } from '../../paths.ts'
import { by, type Facts, type Rule } from './facts.ts'

/** Days after which a program has run long enough for a report: the shortest is of six months. */
const shortestRun = 180

function hasRun({ program, today }: Facts): boolean {
  const on = program?.adopted?.on
  if (!on) return false
  return (Date.parse(today) - Date.parse(on)) / 86_400_000 >= shortestRun
}

/** What there is to do once a program has run: to report, and to tell everybody. */
export const reviewRules = {
  'provider-totals': {
    step: 'review',
    to: paths.totals,
    waitsFor: by('provider'),
    isDone: ({ years = [] }) => years.length > 0,
    isPossible: hasRun,
  },
  'tell-year': {
    step: 'review',
    to: paths.review,
    waitsFor: by('organiser'),
    isDone: ({ years = [] }) => years.some(({ publishedOn }) => publishedOn !== null),
    isPossible: ({ years = [] }) => years.length > 0,
  },
} as const satisfies Readonly<Record<string, Rule>>
