import type { ConstructId } from '#surveys/constructs.ts'
import type { AnnualReport } from '../disclosure/annual-report.ts'
import type { Disclosed } from '../disclosure/disclosed.ts'
import type { Needs, PeopleCount } from '../needs/need.ts'
import { annualTables, type Topic } from './annual-lines.ts'

/**
 * The needs that bring people with a topic, expert judgement: who comes for one may have
 * another, so that a topic is read against the most frequent of them alone and not their sum.
 */
const needsOf: Readonly<Record<Topic, readonly ConstructId[]>> = {
  mind: ['psy.distress', 'psy.exhaustion', 'psy.lifeevent'],
  work: [
    'work.demands',
    'work.control',
    'work.leader',
    'work.peers',
    'work.role',
    'work.change',
    'work.reward',
    'work.balance',
  ],
  relations: ['soc.relations', 'soc.support'],
  care: ['soc.care'],
  money: ['soc.finance', 'soc.legal'],
  body: ['bio.sleep', 'bio.msk', 'bio.chronic', 'bio.lifestyle'],
  dependence: ['psy.substance', 'psy.gambling', 'bio.tobacco'],
  other: [],
}

/** Cases of a topic beside the people who had the need when they were asked. */
export interface TopicBeside {
  readonly topic: Topic
  /** null where they are part of the rest */
  readonly cases: number | null
  /** the most frequent need of the topic; null where the release tells of none in people */
  readonly need: { readonly construct: ConstructId; readonly people: PeopleCount } | null
  /** cases in a year of a hundred people with the need, from and to; null where either is missing */
  readonly coverage: { readonly low: number; readonly high: number } | null
}

/**
 * Contacts read against need, topic by topic:
 *
 *   coverage = cases · 12/months ÷ people with the need
 *
 * @returns in the order of the form; none where topics were not told, or too few cases
 */
export function againstNeed(
  report: Disclosed<AnnualReport>,
  needs: Pick<Needs, 'needs'>,
): readonly TopicBeside[] {
  const { topic: table } = report.tables
  if (!table) return []
  return annualTables.topic
    .filter((topic) => topic !== 'other')
    .map((topic) => {
      const cases = table.shown[topic] ?? null
      const need = mostFrequent(topic, needs)
      return { topic, cases, need, coverage: coverageOf(cases, need, report.months) }
    })
}

function mostFrequent(topic: Topic, { needs }: Pick<Needs, 'needs'>) {
  const [first] = needs
    .flatMap(({ construct, people }) =>
      people && needsOf[topic].includes(construct) ? [{ construct, people }] : [],
    )
    .toSorted((a, b) => b.people.about - a.people.about)
  return first ?? null
}

/** Ends rounded outward to whole cases of a hundred. */
function coverageOf(
  cases: number | null,
  need: TopicBeside['need'],
  months: number,
): TopicBeside['coverage'] {
  if (cases === null || !need || need.people.low === 0) return null
  const inYear = (100 * cases * 12) / months
  return {
    low: Math.floor(inYear / need.people.high),
    high: Math.ceil(inYear / need.people.low),
  }
}
