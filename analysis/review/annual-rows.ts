import type { AnnualReport } from '../disclosure/annual-report.ts'
import type { AnnualTable } from '../disclosure/annual-tables.ts'
import { sdc1 } from '../disclosure/rules.ts'
import type { TopicBeside } from './against-need.ts'
import { type AnnualTableId, annualTables, contactKinds } from './annual-lines.ts'
import { type AnnualVoice, numberIn } from './annual-voice.ts'

/** A table of a report in words, as pages and documents show it. */
export interface AnnualRows {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Ways of contact and how many; families are in every number. */
export function contactRows(report: AnnualReport, voice: AnnualVoice): AnnualRows {
  const told = [
    ['new', report.cases] as const,
    ...contactKinds.map((kind) => [kind, report.contacts[kind]] as const),
  ]
  return {
    title: voice.say('annual.part.contacts'),
    head: [voice.say('annual.column.figure'), voice.say('annual.column.value')],
    rows: told
      .filter(([, { kind }]) => kind !== 'untold')
      .map(([kind, count]) => [
        voice.say(`annual.contacts.${kind}`),
        count.kind === 'shown'
          ? numberIn(voice, count.people)
          : voice.say('annual.few', { least: sdc1.group }),
      ]),
  }
}

/** New cases over the period; null where they may not be divided. */
export function courseRows(
  { course }: AnnualReport,
  voice: AnnualVoice,
): AnnualRows | null {
  if (!course || course.by === 'year') return null
  return {
    title: voice.say('annual.part.quarter'),
    head: [voice.say('annual.part.quarter'), voice.say('annual.cases')],
    rows: course.people.map((people, at) => [
      course.by === 'quarter'
        ? voice.say('annual.course.quarter', { n: at + 1 })
        : voice.say('annual.course.half', { n: at + 1 }),
      numberIn(voice, people),
    ]),
  }
}

/** Cases by what brought them in, how and in which language; the rest in one line. */
export function tableRows(
  id: AnnualTableId,
  { tables }: AnnualReport,
  voice: AnnualVoice,
): AnnualRows | null {
  const table = tables[id]
  if (!table) return null
  return {
    title: voice.say(`annual.part.${id}`),
    head: [voice.say(`annual.part.${id}`), voice.say('annual.cases')],
    rows: [...shownRows(id, table, voice), restRow(id, table, voice)],
  }
}

function shownRows(
  id: AnnualTableId,
  { shown }: AnnualTable,
  voice: AnnualVoice,
): readonly (readonly string[])[] {
  const lines: readonly string[] = annualTables[id]
  return lines.flatMap((line) => {
    const people = shown[line]
    return people === undefined
      ? []
      : [[lineName(id, line, voice), numberIn(voice, people)]]
  })
}

function restRow(
  id: AnnualTableId,
  { rest }: AnnualTable,
  voice: AnnualVoice,
): readonly string[] {
  const names = rest.lines.map((line) => lineName(id, line, voice)).join('; ')
  const label =
    rest.lines.length === 1 ? names : voice.say('annual.rest', { lines: names })
  return [label, numberIn(voice, rest.people)]
}

const lineName = (id: AnnualTableId, line: string, voice: AnnualVoice): string =>
  voice.say(`annual.${id}.${line}` as 'annual.topic.mind') // each line of a table has a name

/** Topics beside the people who had the need; what is in the rest has no number of its own. */
export function besideRows(
  beside: readonly TopicBeside[],
  voice: AnnualVoice,
): AnnualRows {
  return {
    title: voice.say('annual.beside'),
    head: [
      voice.say('annual.part.topic'),
      voice.say('annual.cases'),
      voice.say('annual.beside.people'),
      voice.say('annual.beside.coverage'),
    ],
    rows: beside.map(({ topic, cases, need, coverage }) => [
      voice.say(`annual.topic.${topic}`),
      cases === null ? voice.say('annual.in-rest') : numberIn(voice, cases),
      need
        ? voice.say('annual.beside.need', {
            need: voice.need(need.construct),
            about: numberIn(voice, need.people.about),
            low: numberIn(voice, need.people.low),
            high: numberIn(voice, need.people.high),
          })
        : voice.say('annual.beside.none'),
      coverage
        ? voice.say('annual.band', {
            from: numberIn(voice, coverage.low),
            to: numberIn(voice, coverage.high),
          })
        : voice.say('annual.dash'),
    ]),
  }
}
