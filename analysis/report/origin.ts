import type { HelpContact } from '#surveys/ballot/manifest.ts'
import { constructOf } from '#surveys/constructs.ts'
import type { Locale } from '#surveys/locale.ts'
import type { Release } from '../disclosure/disclosed.ts'
import type { Needs } from '../needs/need.ts'
import type { Block, Section } from '../orientation/document.ts'
import { list, paragraph, type ReportVoice } from './report-voice.ts'
import {
  firstNeeds,
  firstNeedsForAll,
  needInPeople,
  needWithoutScore,
  strengthsIn,
} from './standing-out.ts'

/** What every output of a release says of where it comes from. */
export interface Published {
  readonly organization: string
  /** invented */
  readonly example: boolean
  /** of the assessment */
  readonly name: string
  /** ISO day */
  readonly releasedOn: string
  readonly surveyNumber: string
  /** no figure rests on fewer people */
  readonly smallestGroup: number
  /** that were let in with the release */
  readonly focusGroups: number
  readonly interviews: number
  readonly contacts: Readonly<Partial<Record<Locale, readonly HelpContact[]>>>
}

/** Date, number, smallest group and sources: the same words in every output. */
export function originSection(published: Published, voice: ReportVoice): Section {
  const { releasedOn, name, surveyNumber: number } = published
  const { focusGroups: groups, interviews } = published
  const date = voice.date(releasedOn)
  return section(voice.say('origin.title'), [
    paragraph(voice.say('origin.published', { date, name, number })),
    ...(groups + interviews > 0
      ? [paragraph(voice.say('origin.beside', { groups, interviews }))]
      : []),
    paragraph(voice.say('origin.rules', { people: published.smallestGroup })),
    paragraph(voice.say('origin.same')),
  ])
}

/** How many answered, and what part of everybody that is, as far as it may be said. */
export function answeredInWords(
  { answered, responseRate }: Pick<Release['organization'], 'answered' | 'responseRate'>,
  voice: ReportVoice,
): readonly string[] {
  const { from, to } = answered.kind === 'shown' ? answered : { from: 0, to: 0 }
  return [
    answered.kind === 'shown'
      ? voice.analysis('report.who.answered', {
          from: voice.number(from),
          to: voice.number(to),
        })
      : voice.analysis('report.who.hidden'),
    ...(responseRate.kind === 'band'
      ? [
          voice.analysis('report.who.rate', {
            from: responseRate.from,
            to: responseRate.to,
          }),
        ]
      : []),
  ]
}

/** The greatest needs, at most three. */
export function firstSection(needs: Needs, voice: ReportVoice): Section {
  return standingFirst(
    firstNeeds(needs).map((need) => needInPeople(need, voice)),
    voice,
  )
}

/** The same for the page that everybody reads: in people or by name, and never a score. */
export function firstSectionForAll(needs: Needs, voice: ReportVoice): Section {
  return standingFirst(
    firstNeedsForAll(needs).map((need) => needWithoutScore(need, voice)),
    voice,
  )
}

function standingFirst(lines: readonly string[], voice: ReportVoice): Section {
  return section(voice.say('first.title'), [
    lines.length > 0 ? list(lines) : paragraph(voice.say('first.none')),
  ])
}

/** What goes well, at most three. */
export function strengthsSection(needs: Needs, voice: ReportVoice): Section {
  const lines = strengthsIn(needs).map((need) => voice.need(need.construct))
  return section(
    voice.say('strengths.title'),
    lines.length > 0
      ? [paragraph(voice.say('strengths.lead')), list(lines)]
      : [paragraph(voice.say('strengths.none'))],
  )
}

/** What is not shown, counted without saying where, and why. */
export function hiddenSection(
  release: Pick<Release, 'units' | 'constructs'> | null,
  { gaps }: Needs,
  voice: ReportVoice,
): Section {
  const topics = gaps.filter(({ reason }) => reason === 'not-shown')
  const { all, hidden } = release ? placesByUnit(release) : { all: 0, hidden: 0 }
  return section(voice.say('hidden.title'), [
    paragraph(voice.say('hidden.why')),
    ...(all > 0 ? [paragraph(voice.say('hidden.units', { all, hidden }))] : []),
    ...(topics.length > 0
      ? [
          paragraph(
            voice.say('hidden.topics', {
              // Their names have commas of their own.
              topics: topics.map(({ construct }) => voice.need(construct)).join('; '),
            }),
          ),
        ]
      : []),
    paragraph(voice.say('hidden.never')),
  ])
}

/** Means by unit that a reader might look for: rare needs have none. */
function placesByUnit({ units, constructs }: Pick<Release, 'units' | 'constructs'>): {
  readonly all: number
  readonly hidden: number
} {
  const cells = Object.entries(constructs)
    .filter(([id]) => !constructOf(id as keyof Release['constructs']).rare)
    .flatMap(([, { units: of }]) => units.map(({ id }) => of[id]?.meanNeed))
  const hidden = cells.filter((mean) => mean?.kind === 'hidden')
  return { all: cells.length, hidden: hidden.length }
}

/** Help in the language of the reader, else in the first language there is. */
export function contactsFor(
  contacts: Published['contacts'],
  locale: Locale,
): readonly HelpContact[] {
  return contacts[locale] ?? Object.values(contacts)[0] ?? []
}

export function footerIn(
  { organization, example }: Pick<Published, 'organization' | 'example'>,
  voice: ReportVoice,
): string {
  return voice.say(example ? 'report.footer.example' : 'report.footer', { organization })
}

export function section(
  title: string,
  blocks: readonly Block[],
  notes: readonly string[] = [],
): Section {
  return { title, blocks, notes }
}
