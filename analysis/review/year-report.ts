import type { Locale } from '#surveys/locale.ts'
import type { Block, Document, Section } from '../orientation/document.ts'
import { footerIn, type Published, section } from '../report/origin.ts'
import { list, paragraph, reportVoice } from '../report/report-voice.ts'
import { annualTableIds } from './annual-lines.ts'
import {
  type AnnualRows,
  besideRows,
  contactRows,
  courseRows,
  tableRows,
} from './annual-rows.ts'
import { type AnnualVoice, annualVoice } from './annual-voice.ts'
import {
  changesInWords,
  courseInWords,
  incidentsInWords,
  periodInWords,
  satisfactionInWords,
  useInWords,
  useMeans,
} from './report-in-words.ts'
import { scorecard } from './scorecard.ts'
import type { Year } from './year.ts'

/** Where a report comes from, as far as its documents say. */
export type YearOrigin = Pick<Published, 'organization' | 'example' | 'name'>

/**
 * The review of a year for leaders and both sides: use, contacts, cases, need beside them, how
 * satisfied and how safe, the scorecard, and what is not shown. One content for every form.
 */
export function yearReport(year: Year, origin: YearOrigin, locale: Locale): Document {
  const voice = annualVoice(locale)
  const { report, beside } = year
  const { organization, name } = origin
  const period = periodInWords(report, voice)
  return {
    locale,
    title: voice.say('annual.title'),
    subtitle: voice.say('annual.subtitle', { organization, name, period }),
    footer: footerIn(origin, reportVoice(locale)),
    sections: [
      section(voice.say('annual.heading.use'), [
        ...useInWords(report, voice).map(paragraph),
        ...useMeans(voice).map(paragraph),
      ]),
      tableSection(contactRows(report, voice)),
      ...casesSections(year, voice),
      ...(beside.length > 0
        ? [tableSection(besideRows(beside, voice), [voice.say('annual.beside.means')])]
        : []),
      ...listed('annual.heading.course', courseInWords(report, voice), voice),
      ...listed(
        'annual.heading.safety',
        [...satisfactionInWords(report, voice), ...incidentsInWords(report, voice)],
        voice,
      ),
      ...listed('annual.heading.outcome', changesInWords(report, voice), voice),
      ...scorecard(year, voice).map((judged) => judgedSection(judged, voice)),
      section(voice.say('annual.heading.hidden'), [
        paragraph(voice.say('annual.hidden.why')),
        paragraph(voice.say('annual.hidden.sums')),
        paragraph(voice.say('annual.no-return')),
      ]),
    ],
  }
}

function casesSections({ report }: Year, voice: AnnualVoice): readonly Section[] {
  const rows = [
    courseRows(report, voice),
    ...annualTableIds.map((id) => tableRows(id, report, voice)),
  ]
  return rows.flatMap((some) => (some ? [tableSection(some)] : []))
}

function tableSection(
  { title, head, rows }: AnnualRows,
  after: readonly string[] = [],
): Section {
  const table: Block = { kind: 'table', head, rows, caption: title }
  return section(title, [table, ...after.map(paragraph)])
}

function listed(
  title: 'annual.heading.course' | 'annual.heading.safety' | 'annual.heading.outcome',
  sentences: readonly string[],
  voice: AnnualVoice,
): readonly Section[] {
  return sentences.length > 0 ? [section(voice.say(title), [list(sentences)])] : []
}

function judgedSection(
  { dimension, known, unknown }: ReturnType<typeof scorecard>[number],
  voice: AnnualVoice,
): Section {
  return section(
    voice.say('annual.scorecard', { what: voice.say(`annual.dimension.${dimension}`) }),
    [
      ...(known.length > 0 ? [list(known)] : []),
      ...(unknown.length > 0
        ? [paragraph(voice.say('annual.unknown')), list(unknown)]
        : []),
    ],
  )
}
