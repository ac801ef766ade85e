import type { Locale } from '#surveys/locale.ts'
import type { Disclosed } from '../disclosure/disclosed.ts'
import type { ReleaseOutline } from '../disclosure/outline.ts'
import type { Needs } from '../needs/need.ts'
import type { Block, Document, Section } from '../orientation/document.ts'
import { isWorkChange } from '../orientation/fact-fields.ts'
import { isOffered } from '../orientation/passages.ts'
import type { ComponentId } from '../recommendation/components.ts'
import {
  answeredInWords,
  contactsFor,
  firstSectionForAll,
  footerIn,
  hiddenSection,
  originSection,
  type Published,
  section,
  strengthsSection,
} from './origin.ts'
import { list, paragraph, type ReportVoice, reportVoice } from './report-voice.ts'

/** What all employees are told: the release, and what was decided after it. */
export interface ToldFacts {
  readonly published: Published
  readonly release: Disclosed<ReleaseOutline>
  readonly needs: Needs
  /** the adopted program; null until there is one */
  readonly will: {
    /** ISO day */
    readonly on: string
    readonly components: readonly ComponentId[]
  } | null
}

/** "You said, we will": one page for everybody, with somewhere to turn to first. */
export function employeePage(facts: ToldFacts, locale: Locale): Document {
  const voice = reportVoice(locale)
  const { published, release, needs } = facts
  return {
    ...headOf(published, 'told.title', voice),
    sections: [
      helpSection(published, voice),
      section(voice.say('told.who.title'), [
        paragraph(voice.say('told.thanks')),
        ...answeredInWords(release.organization, voice).map(paragraph),
      ]),
      firstSectionForAll(needs, voice),
      strengthsSection(needs, voice),
      willSection(facts, voice),
      hiddenSection(null, needs, voice),
      withMore(originSection(published, voice), paragraph(voice.say('told.public'))),
    ],
  }
}

/** What is known of an assessment before there is anything to read, and where nothing will be. */
export type Awaited =
  /** ISO day, and whether it has passed */
  | { readonly kind: 'promised'; readonly by: string; readonly isLate: boolean }
  | { readonly kind: 'ended'; readonly because: 'decided' | 'too-few-answers' }

/** The same page before the release: when results come, and somewhere to turn to first. */
export function awaitingPage(
  published: Pick<Published, 'organization' | 'example' | 'name' | 'contacts'>,
  awaited: Awaited,
  locale: Locale,
): Document {
  const voice = reportVoice(locale)
  const isEnded = awaited.kind === 'ended'
  const text = isEnded
    ? voice.say(`told.ended.${awaited.because}`)
    : voice.say(awaited.isLate ? 'told.wait.late' : 'told.wait.when', {
        date: voice.date(awaited.by),
      })
  const head = headOf(published, 'told.title', voice)
  return {
    ...head,
    sections: [
      helpSection(published, voice),
      section(voice.say(isEnded ? 'told.ended.title' : 'told.wait.title'), [
        paragraph(text),
        paragraph(voice.say('told.public')),
      ]),
    ],
  }
}

function headOf(
  published: Pick<Published, 'organization' | 'example' | 'name'>,
  title: 'told.title',
  voice: ReportVoice,
): Omit<Document, 'sections'> {
  const { organization, name } = published
  return {
    locale: voice.locale,
    title: voice.say(title),
    subtitle: voice.say('told.subtitle', { organization, name }),
    footer: footerIn(published, voice),
  }
}

function helpSection(
  { contacts }: Pick<Published, 'contacts'>,
  voice: ReportVoice,
): Section {
  const somewhere = contactsFor(contacts, voice.locale)
  return section(voice.say('told.help'), [{ kind: 'contacts', contacts: somewhere }])
}

/** What changes at work comes before any help for persons. */
function willSection({ will }: ToldFacts, voice: ReportVoice): Section {
  const title = voice.say('told.will.title')
  if (!will) return section(title, [paragraph(voice.say('told.will.open'))])
  const lines = (
    ids: readonly ComponentId[],
    lead: 'work' | 'offer',
  ): readonly Block[] =>
    ids.length === 0
      ? []
      : [
          paragraph(voice.say(`told.will.${lead}`)),
          list(ids.map((id) => componentLine(id, voice))),
        ]
  return section(title, [
    paragraph(voice.say('told.will.decided', { date: voice.date(will.on) })),
    ...lines(will.components.filter(isWorkChange), 'work'),
    ...lines(will.components.filter(isOffered), 'offer'),
  ])
}

const componentLine = (id: ComponentId, { analysis }: ReportVoice): string =>
  `${analysis(`component.${id}`)}: ${analysis(`component.${id}.what`)}`

function withMore(made: Section, block: Block): Section {
  return { ...made, blocks: [...made.blocks, block] }
}
