import { writeAccessCode } from '#surveys/ballot/access-code.ts'
import { type Locale, languageNames } from '#surveys/locale.ts'
import { say, sayCount } from '#surveys/say.ts'
import type {
  EnvelopeLot,
  EnvelopePrinting,
  EnvelopeSheet,
  EnvelopeWords,
} from '../documents/envelopes.ts'
import type { IssuedCode } from '../registrar/issue-codes.ts'
import type { Envelope, UnitToInvite } from './invited-units.ts'
import type { SurveyFacts } from './survey-facts.ts'
import { dayInWords, type InvitationText, wording } from './wording.ts'

/** The envelopes of one unit that are printed now. */
export interface UnitEnvelopes extends Pick<UnitToInvite, 'unit' | 'way' | 'languages'> {
  readonly envelopes: readonly Envelope[]
}

interface Drawn {
  readonly units: readonly UnitEnvelopes[]
  /** one for each envelope */
  readonly codes: readonly IssuedCode[]
}

type Kind = 'lot' | 'addressed'

/** Puts words, codes and names where the printer wants them. */
export function layOutEnvelopes(
  facts: SurveyFacts,
  locale: Locale,
  { units, codes }: Drawn,
): EnvelopePrinting {
  const words = createWords(facts)
  const secrets = new Map(codes.map((code) => [seatKey(code), code.secret]))
  const lots = units.map((one): EnvelopeLot => {
    const kind: Kind = one.way === 'lot' ? 'lot' : 'addressed'
    return {
      name: one.unit.id,
      cover: coverOf(one, kind, locale),
      sheets: one.envelopes.map((envelope) =>
        sheetOf(one, envelope, secrets.get(seatKey(envelope)), {
          facts,
          words: words.numberOf(kind, languagesFor(envelope, one)),
        }),
      ),
    }
  })
  return {
    locale,
    title: `${facts.organization}: ${say(wording[locale], 'sheet.title')}`,
    organization: facts.organization,
    address: facts.address,
    squareInWords: say(wording[locale], 'sheet.qr'),
    words: words.all,
    lots,
  }
}

const seatKey = ({ unit, place }: { unit: string; place: number }): string =>
  `${place} ${unit}`

const languagesFor = ({ person }: Envelope, { languages }: UnitEnvelopes) =>
  person?.locale ? [person.locale] : languages

function sheetOf(
  { unit }: UnitEnvelopes,
  { person }: Envelope,
  secret: Uint8Array | undefined,
  { facts, words }: { readonly facts: SurveyFacts; readonly words: number },
): EnvelopeSheet {
  if (!secret) throw new RangeError('expected a code for every envelope')
  const code = writeAccessCode(secret)
  const name = person?.name ?? person?.email
  return {
    window: name ? [name, unit.name] : [unit.name],
    code: code.split('-'),
    link: `${facts.address}#${code.replaceAll('-', '')}`,
    words,
  }
}

const steps: Readonly<Record<Kind, readonly InvitationText[]>> = {
  lot: [
    'cover.two',
    'cover.print',
    'cover.lot.fold',
    'cover.lot.draw',
    'cover.lot.left',
    'cover.earlier',
  ],
  addressed: [
    'cover.two',
    'cover.print',
    'cover.addressed.fold',
    'cover.addressed.hand',
    'cover.earlier',
  ],
}

function coverOf(
  { unit, envelopes }: UnitEnvelopes,
  kind: Kind,
  locale: Locale,
): EnvelopeLot['cover'] {
  const texts = wording[locale]
  return {
    title: say(texts, `cover.${kind}.title`),
    count: sayCount(texts, locale, 'cover.count', envelopes.length, { unit: unit.name }),
    steps: steps[kind].map((step) => say(texts, step)),
  }
}

/** Sheets with the same languages share their words. */
function createWords(facts: SurveyFacts) {
  const all: (readonly EnvelopeWords[])[] = []
  const known = new Map<string, number>()
  return {
    all,
    numberOf(kind: Kind, languages: readonly Locale[]): number {
      const key = `${kind} ${languages.join(' ')}`
      const number = known.get(key) ?? all.length
      if (number === all.length) {
        all.push(languages.map((locale) => wordsIn(locale, kind, facts)))
      }
      known.set(key, number)
      return number
    },
  }
}

function wordsIn(locale: Locale, kind: Kind, facts: SurveyFacts): EnvelopeWords {
  const texts = wording[locale]
  const { organization, surveyNumber, resultsBy, example, contacts } = facts
  return {
    locale,
    name: languageNames[locale],
    title: say(texts, 'sheet.title'),
    how: say(texts, 'sheet.how'),
    back: [
      ...(example ? [say(texts, 'example')] : []),
      say(texts, 'purpose', { organization }),
      say(texts, 'sheet.secret'),
      say(texts, `sheet.${kind}`),
      say(texts, 'letter.protected'),
      say(texts, 'number', { number: surveyNumber }),
      say(texts, 'until', { date: dayInWords(resultsBy, locale) }),
      say(texts, 'sheet.after'),
    ],
    help: say(texts, 'help'),
    contacts: contacts[locale] ?? [],
  }
}
