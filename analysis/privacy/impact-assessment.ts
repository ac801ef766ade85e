import type { Manifest } from '#surveys/ballot/manifest.ts'
import { type Locale, languageNames } from '#surveys/locale.ts'
import { say, type Texts } from '#surveys/say.ts'
import type { Block, Document, Section } from '../orientation/document.ts'
import { type PrivacyText, privacyTexts } from '../privacy-wording.ts'

/** What is known of a frozen assessment: everything but what only the organization can say. */
export interface Frozen {
  readonly manifest: Manifest
  /** its short hash, as it hangs on the notice board */
  readonly number: string
}

const risks = [
  'link',
  'content',
  'small-groups',
  'pressure',
  'theft',
  'software',
  'distress',
  'misuse',
] as const
const kept = ['codes', 'addresses', 'envelopes', 'rates', 'release', 'accounts'] as const
const rights = ['inform', 'voluntary', 'withdraw', 'access', 'complain'] as const

/**
 * A draft of a data protection impact assessment (GDPR, Article 35), filled with what the
 * manifest says. What only the organization can say is asked for in brackets: a draft that
 * reads as if somebody had decided would be worse than none.
 */
export function impactAssessment({ manifest, number }: Frozen, locale: Locale): Document {
  const texts = privacyTexts[locale]
  const { organization } = manifest
  return {
    locale,
    title: say(texts, 'dpia.title'),
    subtitle: say(texts, 'dpia.subtitle', { organization, number }),
    footer: say(texts, manifest.example ? 'dpia.footer-example' : 'dpia.footer', {
      organization,
    }),
    sections: [
      described(manifest, number, texts),
      purposes(texts),
      listed('kept', kept, ['what', 'where', 'until'], texts),
      seen(manifest, texts),
      listed('risk', risks, ['what', 'measure', 'remains'], texts),
      rightsOf(manifest, texts),
      consulted(manifest, texts),
    ],
  }
}

type Words = Texts<PrivacyText>

function described(manifest: Manifest, number: string, texts: Words): Section {
  const { people, units, languages, smallestUnit, smallestGroup, resultsBy, ballotBox } =
    manifest
  return section(texts, 'described', [
    paragraph(
      say(texts, 'dpia.described.what', {
        organization: manifest.organization,
        people,
        units: units.length,
      }),
    ),
    {
      kind: 'list',
      ordered: false,
      items: [
        say(texts, 'dpia.described.number', { number }),
        say(texts, 'dpia.described.languages', {
          languages: languages.map((each) => languageNames[each]).join(', '),
        }),
        say(texts, 'dpia.described.minimum', { smallestUnit, smallestGroup }),
        say(texts, 'dpia.described.results', { resultsBy }),
        say(texts, 'dpia.described.box', { box: ballotBox.origin }),
        say(texts, 'dpia.described.new'),
      ],
    },
    {
      kind: 'table',
      caption: say(texts, 'dpia.described.units'),
      head: [say(texts, 'dpia.described.unit'), say(texts, 'dpia.described.people')],
      rows: units.map(({ name, headcount }) => [name, String(headcount)]),
    },
  ])
}

function purposes(texts: Words): Section {
  return section(texts, 'purpose', [
    paragraph(say(texts, 'dpia.purpose.why')),
    paragraph(say(texts, 'dpia.purpose.necessary')),
    toFill(texts, 'basis'),
    toFill(texts, 'duty'),
  ])
}

function seen({ trustees, trusteesNeeded }: Manifest, texts: Words): Section {
  return section(texts, 'seen', [
    paragraph(say(texts, 'dpia.seen.organiser')),
    paragraph(
      say(texts, 'dpia.seen.holders', { needed: trusteesNeeded, all: trustees.length }),
    ),
    {
      kind: 'list',
      ordered: false,
      items: trustees.map(
        ({ name, side }) => `${name} (${say(texts, `dpia.side.${side}`)})`,
      ),
    },
    toFill(texts, 'processors'),
  ])
}

function rightsOf({ contacts }: Manifest, texts: Words): Section {
  const known = Object.values(contacts).flat()
  return section(texts, 'rights', [
    {
      kind: 'list',
      ordered: false,
      items: rights.map((one) => say(texts, `dpia.rights.${one}`)),
    },
    { kind: 'contacts', contacts: known },
    toFill(texts, 'officer'),
  ])
}

function consulted(manifest: Manifest, texts: Words): Section {
  return section(texts, 'consulted', [
    paragraph(
      say(texts, 'dpia.consulted.employees', { organization: manifest.organization }),
    ),
    toFill(texts, 'opinion'),
    toFill(texts, 'decision'),
    toFill(texts, 'signed'),
  ])
}

/** A table whose rows and columns are all words. */
function listed<Row extends string, Column extends string>(
  name: 'kept' | 'risk',
  rows: readonly Row[],
  columns: readonly Column[],
  texts: Words,
): Section {
  const words: Readonly<Record<string, string>> = texts
  return section(texts, name, [
    {
      kind: 'table',
      caption: say(texts, `dpia.${name}.caption`),
      head: columns.map((column) => say(words, `dpia.${name}.${column}`)),
      rows: rows.map((row) =>
        columns.map((column) => say(words, `dpia.${name}.${row}.${column}`)),
      ),
    },
  ])
}

function section(
  texts: Words,
  name: 'described' | 'purpose' | 'kept' | 'seen' | 'risk' | 'rights' | 'consulted',
  blocks: readonly Block[],
): Section {
  return { title: say(texts, `dpia.${name}.title`), blocks, notes: [] }
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** What only the organization can say, marked so that nobody takes it for said. */
function toFill(
  texts: Words,
  name: 'basis' | 'duty' | 'processors' | 'officer' | 'opinion' | 'decision' | 'signed',
): Block {
  return {
    kind: 'callout',
    title: say(texts, `dpia.fill.${name}`),
    text: say(texts, `dpia.fill.${name}.how`),
  }
}
