import {
  type AnnualLine,
  type AnnualTableId,
  annualTables,
  contactKinds,
  kindOf,
  type OutcomeKind,
  outcomeKinds,
} from '../review/annual-lines.ts'
import { type AnnualTotals, monthsOf } from '../review/annual-totals.ts'
import type {
  AnnualReport,
  IncidentsTold,
  OutcomeTold,
  PeopleTold,
  ShareTold,
} from './annual-report.ts'
import { annualCourse, annualTable } from './annual-tables.ts'
import { answeredBand, countsAs, rateBand } from './bands.ts'
import type { AnsweredBand, Disclosed, Figure } from './disclosed.ts'
import { groupShareGrid, hiddenFigure, meanFigure, readShare } from './figures.ts'
import { mint } from './mint.ts'
import { sdc1 } from './rules.ts'

type Numbers = AnnualTotals['numbers']

/** Below so many answers a spread is not used (rule R7). */
const leastForSpread = 30
const spreadStep = 2.5

/**
 * What may be read of a provider's report (rule set SDC-1): no number of people below the
 * minimum, tables that cannot be subtracted into small ones, shares and means clipped and in
 * steps. Families are part of every number and stand apart in none.
 *
 * @param totals without contradictions
 */
export function discloseTotals(totals: AnnualTotals): Disclosed<AnnualReport> {
  const { from, to, covered, family, numbers } = totals
  const months = monthsOf(totals)
  const opened = numbers['contacts.new'] ?? 0
  const isEnough = opened >= sdc1.group
  const ifEnough = <Value>(value: Value | undefined): Value | null =>
    isEnough && value !== undefined ? value : null
  return mint({
    rules: 'SDC-1',
    from,
    to,
    months,
    covered,
    family,
    caseMeaning: totals.cases,
    cases: toldOf(opened),
    use: ifEnough(Math.round((1000 * opened * 12) / (covered * months)) / 10),
    contacts: Object.fromEntries(
      contactKinds.map((kind) => [kind, contactOf(`contacts.${kind}`, numbers)]),
    ) as AnnualReport['contacts'], // one for each kind
    course: isEnough ? courseOf(numbers) : null,
    tables: {
      route: isEnough ? tableIn('route', numbers) : null,
      topic: isEnough ? tableIn('topic', numbers) : null,
      mode: isEnough ? tableIn('mode', numbers) : null,
      language: isEnough ? tableIn('language', numbers) : null,
    },
    waiting: ifEnough(numbers['flow.waiting']),
    soon: shareOf(numbers['flow.soon'], opened),
    sessions: ifEnough(numbers['flow.sessions']),
    referred: shareOf(numbers['flow.referred'], opened),
    planned: shareOf(numbers['flow.planned'], numbers['flow.closed']),
    satisfaction: satisfactionOf(numbers),
    complaints: incidentsOf('complaints', numbers),
    breaches: incidentsOf('breaches', numbers),
    outcome: outcomeOf(numbers),
    vetting: vettingOf(numbers),
  })
}

function toldOf(people: number | undefined): PeopleTold {
  if (people === undefined) return { kind: 'untold' }
  return people < sdc1.group ? { kind: 'few' } : { kind: 'shown', people }
}

/** Meetings and visits are nobody's number, and shown as they are. */
function contactOf(line: AnnualLine, numbers: Numbers): PeopleTold {
  const count = numbers[line]
  const isEvents = count !== undefined && kindOf(line) === 'events'
  return isEvents ? { kind: 'shown', people: count } : toldOf(count)
}

function courseOf(numbers: Numbers): AnnualReport['course'] {
  if (numbers['quarter.q1'] === undefined) return null
  const {
    'quarter.q1': q1,
    'quarter.q2': q2,
    'quarter.q3': q3,
    'quarter.q4': q4,
  } = numbers
  const later = { ...(q3 !== undefined && { q3 }), ...(q4 !== undefined && { q4 }) }
  return annualCourse({ q1, ...(q2 !== undefined && { q2 }), ...later }, sdc1.group)
}

function tableIn(id: AnnualTableId, numbers: Numbers): AnnualReport['tables']['route'] {
  const lines: readonly string[] = annualTables[id]
  const told = lines.map(
    (line) => [line, numbers[`${id}.${line}` as AnnualLine]] as const,
  )
  if (told.some(([, count]) => count === undefined)) return null
  return annualTable(id, Object.fromEntries(told) as Record<string, number>, sdc1.group)
}

/** Clipped to k people on either side, in steps of five points. */
function shareOf(part: number | undefined, all: number | undefined): ShareTold | null {
  if (part === undefined || all === undefined) return null
  const of = answeredBand(all, null)
  const counts = countsAs(of)
  const isShown = counts >= sdc1.share
  const share: Figure = isShown
    ? readShare(part, all, groupShareGrid(counts, sdc1.group))
    : hiddenFigure
  return { of, share }
}

function satisfactionOf(numbers: Numbers): AnnualReport['satisfaction'] {
  const asked = numbers['satisfaction.asked']
  const answered = numbers['satisfaction.answered']
  const told = shareOf(numbers['satisfaction.satisfied'], answered)
  if (!told || asked === undefined || answered === undefined) return null
  return { ...told, response: rateBand(answered, asked) }
}

function incidentsOf(kind: 'complaints' | 'breaches', numbers: Numbers): IncidentsTold {
  const count = numbers[`safety.${kind}`] ?? 0
  if (count === 0) return { count: { kind: 'none' }, allResolved: null }
  const resolved = numbers[`safety.${kind}-resolved`]
  return {
    count: count < sdc1.group ? { kind: 'few' } : { kind: 'shown', count },
    allResolved: resolved === undefined ? null : resolved === count,
  }
}

function outcomeOf(numbers: Numbers): AnnualReport['outcome'] {
  const started = numbers['outcome.started']
  const n = numbers['outcome.matched']
  if (started === undefined || n === undefined) return null
  const matched = answeredBand(n, started)
  return {
    matched,
    stayed: rateBand(n, started),
    changes: outcomeKinds.flatMap((kind) => changeOf(kind, n, matched, numbers)),
  }
}

/** Distress is among the questions: means need as many answers as those of sensitive needs. */
function changeOf(
  kind: OutcomeKind,
  n: number,
  matched: AnsweredBand,
  numbers: Numbers,
): readonly OutcomeTold[] {
  const start = numbers[`outcome.${kind}.before`]
  const end = numbers[`outcome.${kind}.after`]
  if (start === undefined || end === undefined) return []
  const counts = countsAs(matched)
  const isShown = counts >= sdc1.sensitiveMean
  const mean = (value: number): Figure =>
    isShown ? meanFigure(value * n, n, counts) : hiddenFigure
  const before = mean(start)
  const after = mean(end)
  const spread = numbers[`outcome.${kind}.spread`] ?? 0
  return [{ kind, before, after, change: intervalOf(before, after, spread, counts) }]
}

/**
 * d ± (1.96 · s/√n + 2.5): d the difference of the two means as they are shown, s the spread of
 * changes in steps of 2.5, n the lower end of its band; 2.5 is what rounding both means can do.
 */
function intervalOf(
  before: Figure,
  after: Figure,
  spread: number,
  counts: number,
): OutcomeTold['change'] {
  if (before.kind !== 'shown' || after.kind !== 'shown') return null
  if (counts < leastForSpread) return null
  const s = spreadStep * Math.ceil(spread / spreadStep)
  const half = (1.96 * s) / Math.sqrt(counts) + spreadStep
  const change = after.value - before.value
  return { low: Math.floor(change - half), high: Math.ceil(change + half) }
}

function vettingOf(numbers: Numbers): AnnualReport['vetting'] {
  const counsellors = numbers['vetting.counsellors']
  const vetted = numbers['vetting.vetted']
  if (counsellors === undefined || vetted === undefined) return null
  return { counsellors, vetted }
}

/**
 * A report as it was kept, read back.
 *
 * @throws RangeError where it tells of fewer people than any report may
 */
export function restoreAnnualReport(kept: AnnualReport): Disclosed<AnnualReport> {
  const tables = Object.values(kept.tables).flatMap((table) => table ?? [])
  const people = [
    ...[kept.cases, ...Object.entries(kept.contacts).flatMap(asPeople)].flatMap((told) =>
      told.kind === 'shown' ? [told.people] : [],
    ),
    ...tables.flatMap(({ shown }) => Object.values(shown)),
    ...tables.flatMap(({ rest }) => (rest.people === 0 ? [] : [rest.people])),
    ...(kept.course && kept.course.by !== 'year' ? kept.course.people : []),
  ]
  const few = people.find((count) => count < sdc1.group)
  if (few !== undefined) throw new RangeError(`expected ${sdc1.group} people, got ${few}`)
  return mint(structuredClone(kept))
}

const asPeople = ([kind, told]: readonly [string, PeopleTold]): readonly PeopleTold[] =>
  kindOf(`contacts.${kind}` as AnnualLine) === 'events' ? [] : [told] // a kind of contact
