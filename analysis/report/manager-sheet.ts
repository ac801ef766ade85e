import { type ConstructId, constructOf } from '#surveys/constructs.ts'
import type { Locale } from '#surveys/locale.ts'
import type { Disclosed, Release, ReleasedUnit } from '../disclosure/disclosed.ts'
import type { Needs } from '../needs/need.ts'
import type { Block, Document, Section } from '../orientation/document.ts'
import type { ReportText } from '../report-wording.ts'
import {
  answeredInWords,
  contactsFor,
  footerIn,
  originSection,
  type Published,
  section,
} from './origin.ts'
import { list, paragraph, type ReportVoice, reportVoice } from './report-voice.ts'
import { firstNeeds, needInPeople, strengthsIn } from './standing-out.ts'

/** What a sheet for managers is made from: released values and no others. */
export interface SheetFacts {
  readonly published: Published
  readonly release: Disclosed<Release>
  readonly needs: Needs
}

const mostRows = 6

/**
 * Two sides for somebody who leads people: what was published of the organization and of one
 * unit, what to do with a team, and what not to do. A unit of which nothing may be shown gets
 * the same sheet and is told so.
 *
 * @param unitId one of the release's units; null for the whole organization
 * @throws RangeError where the release has no such unit
 */
export function managerSheet(
  facts: SheetFacts,
  unitId: string | null,
  locale: Locale,
): Document {
  const voice = reportVoice(locale)
  const unit = unitId === null ? null : unitIn(facts, unitId)
  const { published } = facts
  const { organization } = published
  const contacts = contactsFor(published.contacts, locale)
  return {
    locale,
    title: voice.say('sheet.title'),
    subtitle: unit
      ? voice.say('sheet.unit', { organization, unit: unit.name })
      : voice.say('sheet.whole', { organization }),
    footer: footerIn(published, voice),
    sections: [
      wholeOrganization(facts, voice),
      figures(facts, unit, voice),
      advice('sheet.do.title', toDo, voice),
      advice('sheet.dont.title', notToDo, voice),
      section(voice.say('help.title'), [{ kind: 'contacts', contacts }]),
      originSection(published, voice),
    ],
  }
}

function unitIn({ release }: SheetFacts, id: string): ReleasedUnit {
  const unit = release.units.find((one) => one.id === id)
  if (!unit) throw new RangeError(`expected a unit of the release, got ${id}`)
  return unit
}

function wholeOrganization({ release, needs }: SheetFacts, voice: ReportVoice): Section {
  const first = firstNeeds(needs).map((need) => needInPeople(need, voice))
  const well = strengthsIn(needs).map((need) => voice.need(need.construct))
  return section(voice.say('sheet.organization'), [
    paragraph(answeredInWords(release.organization, voice).join(' ')),
    first.length > 0 ? list(first) : paragraph(voice.say('first.none')),
    ...(well.length > 0 ? [paragraph(voice.say('strengths.lead')), list(well)] : []),
  ])
}

function figures(
  { release, needs }: SheetFacts,
  unit: ReleasedUnit | null,
  voice: ReportVoice,
): Section {
  const rows = needs.needs
    .map(({ construct }) => construct)
    .filter((construct) => isTold(construct, release))
    .slice(0, mostRows)
  const title = unit
    ? voice.say('sheet.in-unit', { unit: unit.name })
    : voice.analysis('report.needs.title')
  if (unit?.answered.kind === 'hidden') {
    return section(title, [paragraph(voice.say('sheet.unit.hidden'))])
  }
  const table: Block = {
    kind: 'table',
    ...(unit ? besideUnit(unit, rows, release, voice) : inWhole(rows, release, voice)),
    caption: voice.say('sheet.table.caption'),
  }
  return section(title, [
    ...unitAnswered(unit, voice),
    ...(rows.length > 0 ? [table] : []),
  ])
}

type Cells = Pick<Extract<Block, { kind: 'table' }>, 'head' | 'rows'>

function besideUnit(
  { id }: ReleasedUnit,
  rows: readonly ConstructId[],
  { constructs }: Release,
  voice: ReportVoice,
): Cells {
  return {
    head: [
      voice.say('sheet.table.need'),
      voice.say('sheet.table.all'),
      voice.say('sheet.table.here'),
    ],
    rows: rows.map((construct) => [
      voice.need(construct),
      voice.figure(constructs[construct]?.organization.meanNeed),
      voice.figure(constructs[construct]?.units[id]?.meanNeed),
    ]),
  }
}

function inWhole(
  rows: readonly ConstructId[],
  { constructs }: Release,
  voice: ReportVoice,
): Cells {
  return {
    head: [
      voice.say('sheet.table.need'),
      voice.say('sheet.table.mean'),
      voice.say('sheet.table.share'),
    ],
    rows: rows.map((construct) => [
      voice.need(construct),
      voice.figure(constructs[construct]?.organization.meanNeed),
      voice.share(constructs[construct]?.organization.shareElevated),
    ]),
  }
}

/** A mean of it may be published, and of units as well. */
function isTold(construct: ConstructId, { constructs }: Release): boolean {
  return !constructOf(construct).rare && constructs[construct] !== undefined
}

function unitAnswered(unit: ReleasedUnit | null, voice: ReportVoice): readonly Block[] {
  if (unit?.answered.kind !== 'shown') return []
  const { from, to } = unit.answered
  const words = { from: voice.number(from), to: voice.number(to) }
  return [paragraph(voice.say('sheet.unit.answered', words))]
}

const toDo = [
  'sheet.do.thank',
  'sheet.do.show',
  'sheet.do.ask',
  'sheet.do.choose',
  'sheet.do.pass',
  'sheet.do.look',
] as const
const notToDo = [
  'sheet.dont.guess',
  'sheet.dont.hidden',
  'sheet.dont.rank',
  'sheet.dont.counsel',
  'sheet.dont.promise',
  'sheet.dont.individual',
] as const

function advice(
  title: ReportText,
  lines: readonly ReportText[],
  voice: ReportVoice,
): Section {
  return section(voice.say(title), [list(lines.map((line) => voice.say(line)))])
}
