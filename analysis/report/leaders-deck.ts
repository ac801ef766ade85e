import { constructOf } from '#surveys/constructs.ts'
import type { Locale } from '#surveys/locale.ts'
import type { Block, Document, Section } from '../orientation/document.ts'
import type { Tier } from '../recommendation/recommendation.ts'
import type { ReleaseReport } from './leaders-report.ts'
import {
  answeredInWords,
  contactsFor,
  firstSection,
  footerIn,
  hiddenSection,
  originSection,
  section,
  strengthsSection,
} from './origin.ts'
import { list, paragraph, type ReportVoice, reportVoice } from './report-voice.ts'

const mostBars = 6
const mostColumns = 3

/**
 * The same for a room: few words on each slide, native charts, and what the presenter says in
 * the notes.
 */
export function leadersDeck(report: ReleaseReport, locale: Locale): Document {
  const voice = reportVoice(locale)
  const { published, release, needs } = report
  const { organization, name } = published
  const date = voice.date(published.releasedOn)
  const contacts = contactsFor(published.contacts, locale)
  return {
    locale,
    title: voice.say('deck.title'),
    subtitle: voice.say('deck.subtitle', { organization, name, date }),
    footer: footerIn(published, voice),
    sections: [
      spoken(firstSection(needs, voice), voice.say('deck.short.note')),
      spoken(whoAnswered(report, voice), voice.say('deck.who.note')),
      needBars(report, voice),
      howSure(report, voice),
      spoken(strengthsSection(needs, voice), voice.say('deck.strengths.note')),
      ...byUnit(report, voice),
      workFirst(report, voice),
      offers(report, voice),
      spoken(hiddenSection(release, needs, voice), voice.say('deck.hidden.note')),
      whatNow(voice),
      ...(contacts.length > 0
        ? [section(voice.say('help.title'), [{ kind: 'contacts', contacts } as const])]
        : []),
      originSection(published, voice),
    ],
  }
}

const spoken = (made: Section, note: string): Section => ({ ...made, notes: [note] })

function whoAnswered({ release }: ReleaseReport, voice: ReportVoice): Section {
  const lines = answeredInWords(release.organization, voice)
  return section(voice.analysis('report.who.title'), lines.map(paragraph))
}

function needBars({ needs: { needs } }: ReleaseReport, voice: ReportVoice): Section {
  const note = voice.say('deck.needs.note')
  const title = voice.analysis('report.needs.title')
  if (needs.length === 0) {
    return section(title, [paragraph(voice.analysis('report.needs.none'))], [note])
  }
  const bars = needs.slice(0, mostBars).map(({ construct, score }) => ({
    label: voice.need(construct),
    value: score,
    text: String(score),
  }))
  const words = bars.map(({ label, text }) => `${label} ${text}`).join('; ')
  const chart: Block = {
    kind: 'bars',
    bars,
    unit: voice.analysis('why.bars.unit'),
    alt: voice.analysis('why.bars.alt', { bars: words }),
  }
  return section(title, [chart], [note])
}

function howSure({ needs: { needs } }: ReleaseReport, voice: ReportVoice): Section {
  const rows = needs
    .slice(0, mostBars)
    .map(({ construct, score, interval, people, confidence }) => [
      voice.need(construct),
      voice.number(score),
      `${voice.number(interval.low)}–${voice.number(interval.high)}`,
      people ? `${voice.number(people.low)}–${voice.number(people.high)}` : '',
      voice.analysis(`confidence.${confidence}`),
    ])
  const columns = ['need', 'score', 'range', 'people', 'confidence'] as const
  const table: Block = {
    kind: 'table',
    head: columns.map((column) => voice.say(`deck.sure.${column}`)),
    rows,
    caption: voice.say('deck.sure.caption'),
  }
  return section(
    voice.say('deck.sure.title'),
    rows.length > 0 ? [table] : [paragraph(voice.analysis('report.needs.none'))],
    [voice.say('deck.sure.note')],
  )
}

/** The greatest needs that may be told of units at all. */
function byUnit(report: ReleaseReport, voice: ReportVoice): readonly Section[] {
  const { release, needs } = report
  const columns = needs.needs
    .map(({ construct }) => construct)
    .filter((construct) => !constructOf(construct).rare)
    .slice(0, mostColumns)
  if (release.units.length === 0 || columns.length === 0) return []
  const table: Block = {
    kind: 'table',
    head: [voice.analysis('report.units.unit'), ...columns.map(voice.need)],
    rows: release.units.map(({ id, name }) => [
      name,
      ...columns.map((construct) =>
        voice.figure(release.constructs[construct]?.units[id]?.meanNeed),
      ),
    ]),
    caption: voice.analysis('report.units.caption'),
  }
  const note = voice.say('deck.units.note')
  return [section(voice.analysis('report.units.title'), [table], [note])]
}

function workFirst(report: ReleaseReport, voice: ReportVoice): Section {
  const lines = componentsOf(report, ['must-address'], voice)
  return section(
    voice.say('deck.work.title'),
    lines.length > 0
      ? [paragraph(voice.say('deck.work.lead')), list(lines)]
      : [paragraph(voice.say('deck.work.none'))],
    [voice.say('deck.work.note')],
  )
}

function offers(report: ReleaseReport, voice: ReportVoice): Section {
  const lines = componentsOf(report, ['recommend', 'consider'], voice)
  return section(
    voice.say('deck.offer.title'),
    lines.length > 0
      ? [paragraph(voice.say('deck.offer.lead')), list(lines)]
      : [paragraph(voice.say('deck.offer.none'))],
    [voice.say('deck.offer.note')],
  )
}

function componentsOf(
  { recommendations }: ReleaseReport,
  tiers: readonly Tier[],
  voice: ReportVoice,
): readonly string[] {
  return tiers.flatMap((wanted) =>
    recommendations
      .filter(({ tier }) => tier === wanted)
      .map(({ component, tier }) =>
        voice.analysis('report.components.line', {
          component: voice.analysis(`component.${component}`),
          tier: voice.analysis(`tier.${tier}`),
          what: voice.analysis(`component.${component}.what`),
        }),
      ),
  )
}

function whatNow(voice: ReportVoice): Section {
  const steps = ['tell', 'decide', 'managers', 'back'] as const
  const lines = steps.map((step) => voice.say(`deck.next.${step}`))
  return section(
    voice.say('deck.next.title'),
    [list(lines, true)],
    [voice.say('deck.next.note')],
  )
}
