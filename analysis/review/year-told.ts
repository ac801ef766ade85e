import type { Locale } from '#surveys/locale.ts'
import type { Block, Document, Section } from '../orientation/document.ts'
import { contactsFor, footerIn, type Published, section } from '../report/origin.ts'
import { list, paragraph, type ReportVoice, reportVoice } from '../report/report-voice.ts'
import { type AnnualVoice, annualVoice } from './annual-voice.ts'
import {
  incidentsInWords,
  periodInWords,
  satisfactionInWords,
  useInWords,
} from './report-in-words.ts'
import type { Year } from './year.ts'

type Told = Pick<Published, 'organization' | 'example' | 'name' | 'contacts'>

/** "A year later": one page for everybody: what was promised, what was done, what was told. */
export function yearTold(year: Year, published: Told, locale: Locale): Document {
  const words = reportVoice(locale)
  const voice = annualVoice(locale)
  const { report } = year
  const { organization, name, contacts } = published
  const period = periodInWords(report, voice)
  return {
    locale,
    title: voice.say('annual.told.title'),
    subtitle: voice.say('annual.subtitle', { organization, name, period }),
    footer: footerIn(published, words),
    sections: [
      section(words.say('told.help'), [
        { kind: 'contacts', contacts: contactsFor(contacts, locale) },
      ]),
      promisedSection(year, voice, words),
      doneSection(year, voice, words),
      section(voice.say('annual.told.reported'), [
        paragraph(voice.say('annual.told.period', { period })),
        list([
          ...useInWords(report, voice),
          ...satisfactionInWords(report, voice),
          ...incidentsInWords(report, voice),
        ]),
        paragraph(voice.say('annual.use.means')),
      ]),
      section(voice.say('annual.told.hidden'), [
        paragraph(voice.say('annual.hidden.why')),
        paragraph(voice.say('annual.told.never')),
        paragraph(words.say('told.public')),
      ]),
    ],
  }
}

function promisedSection(
  { promised }: Year,
  voice: AnnualVoice,
  words: ReportVoice,
): Section {
  const title = voice.say('annual.told.promised')
  if (!promised) return section(title, [paragraph(voice.say('annual.known.no-program'))])
  return section(title, [
    paragraph(voice.say('annual.told.decided', { date: words.date(promised.on) })),
    list(promised.components.map((id) => words.analysis(`component.${id}`))),
  ])
}

function doneSection({ deeds }: Year, voice: AnnualVoice, words: ReportVoice): Section {
  const title = voice.say('annual.told.done')
  if (!deeds) return section(title, [paragraph(voice.say('annual.told.done.unknown'))])
  const blocks = (['done', 'partly', 'not-done'] as const).flatMap(
    (standing): readonly Block[] => {
      const some = deeds.filter((deed) => deed.standing === standing)
      if (some.length === 0) return []
      return [
        paragraph(voice.say(`annual.told.standing.${standing}`)),
        list(some.map(({ component }) => words.analysis(`component.${component}`))),
      ]
    },
  )
  return section(title, blocks)
}
