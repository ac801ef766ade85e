import { describe, expect, it } from 'vitest'
import { findPersonalDetails } from '#surveys/personal-details/find-personal-details.ts'
import { detailKinds } from '#surveys/personal-details/finding.ts'
import { maskFindings, piecesOf } from '#surveys/personal-details/marked-text.ts'
import {
  buildNameFilter,
  nameTokens,
  openNameFilter,
} from '#surveys/personal-details/name-filter.ts'
import { detailTexts, textOfKind } from '#surveys/personal-details/wording.ts'

const thisYear = 2026
const key = new Uint8Array(16)

/** `kind certainty: what was found` of a text. */
const found = (text: string, ...names: readonly string[]): readonly string[] => {
  const filter = buildNameFilter(names.flatMap(nameTokens), key)
  const roster = openNameFilter(filter, key)
  return findPersonalDetails(text, { thisYear, roster }).map(
    ({ kind, certainty, start, end }) =>
      `${kind} ${certainty}: ${text.slice(start, end)}`,
  )
}

describe('a number in a note', () => {
  it.each([
    ['19121212-1212', 'national-number sure'],
    ['191212121212', 'national-number sure'],
    ['121212+1212', 'national-number sure'],
    ['701063-2391', 'national-number sure'],
    ['02013299997', 'national-number sure'],
    ['109155 96784', 'national-number sure'],
    ['1630615123457', 'national-number sure'],
    ['943 476 5919', 'national-number sure'],
    ['QQ 12 34 56 C', 'national-number sure'],
    ['999990019', 'national-number likely'],
    ['SE45 5000 0000 0583 9825 7466', 'bank-account sure'],
    ['+46 70 174 06 05', 'phone sure'],
    ['070\u00a0174\u00a006\u00a005', 'phone sure'],
    ['070‑174 06 05', 'phone sure'],
    ['\uff10\uff17\uff10\uff11\uff17\uff14\uff10\uff16\uff10\uff15', 'phone sure'],
    ['07700\u200b 900\u200b 123', 'phone sure'],
    ['1984-03-12', 'birth-date likely'],
    ['12 martie 1984', 'birth-date likely'],
    ['B 123 ABC', 'number-plate likely'],
    ['123456789012345', 'long-number likely'],
  ])('%s is found', (number, verdict) => {
    expect(found(`It says ${number} there.`)).toEqual([`${verdict}: ${number}`])
  })

  it.each([
    ['121212-1213', 'national-number likely'],
    ['110199 12345', 'national-number likely'],
    ['1630615123458', 'national-number likely'],
    ['SE46 5000 0000 0583 9825 7466', 'bank-account likely'],
  ])('%s is found although a digit is wrong', (number, verdict) => {
    expect(found(`It says ${number} there.`)).toEqual([`${verdict}: ${number}`])
  })

  it.each([
    'from 22:00 to 06:00, 22.00-06.00 or 0700-1530',
    '12 of 24 in 2026, since 2019, 2024-2026',
    'ISO 45003, EN ISO 45001:2018 and AFS 2015:4',
    '45 000 kr, € 2.500,00, 1 250 000 NOK, 12,5 %, £12,000.50',
    'on 12.03.2026, 2025-11-30 and 3 May 2024',
    'machine 4711 at 230 V, section 4.12, 1 of 3, +10 %',
  ])('is left alone in "%s"', (text) => {
    expect(found(`it was ${text}.`)).toEqual([])
  })

  it.each([
    ['personnummer 1212121213', 'national-number'],
    ['BSN: 999990018', 'national-number'],
    ['passport number 12345678', 'national-number'],
    ['seria XX nr 123456', 'national-number'],
    ['kontonummer 1234 56 78900', 'bank-account'],
    ['nr. de marcă 12345', 'staff-number'],
    ['ansattnr. A-471', 'staff-number'],
    ['kenteken AB-12-CD', 'number-plate'],
    ['Reg.nr ABC 12D', 'number-plate'],
    ['anknytning 4711', 'phone'],
    ['tlf. 590 00', 'phone'],
  ])('is found in "%s" by the word before it, whatever its digits', (text, kind) => {
    expect(found(`It was ${text}, they said.`)).toEqual([`${kind} sure: ${text}`])
  })

  it.each([
    'kontonummer. Ta det bort, ring 112, 1177 eller 116 123',
    'the NHS has 10 000 nurses, the registration of 12 people took weeks',
    'marca la 100 de lei, personal nr 1, toestel 12',
  ])('is not made of words and counts as in "%s"', (text) => {
    expect(found(`it was ${text}.`)).toEqual([])
  })

  it('is found between two amounts', () => {
    expect(found('500 kr, 070-1740605, 200 kr')).toEqual(['phone sure: 070-1740605'])
  })
})

describe('a name in a note', () => {
  it.each([
    ['Mr Featherstone was ill.', 'name sure: Featherstone'],
    ['Mevr. van der Meer was ziek.', 'name sure: Meer'],
    ['They told Featherstone to wait.', 'name likely: Featherstone'],
    ['it was anna again', 'name likely: anna'],
    ['They asked Anna Svensson.', 'name sure: Anna Svensson'],
    ['They asked Anna S. to wait.', 'name sure: Anna S'],
    ['Sjefen Bjørn sa det.', 'name sure: Bjørn'],
    ['kollega K. sade det.', 'name likely: K'],
    ['J. Featherstone was ill.', 'name likely: J. Featherstone'],
    ['A.S. was ill.', 'name likely: A.S.'],
    ["That was Anna's idea.", "name likely: Anna's"],
    ['Det var Annas förslag.', 'name likely: Annas'],
    ['A fost ideea Ioanei.', 'name likely: Ioanei'],
    ['Jan van der Berg left.', 'name sure: Jan van der Berg'],
    ['They told ANNA to wait.', 'name likely: ANNA'],
  ])('is found in "%s"', (text, finding) => {
    expect(found(text)).toEqual([finding])
  })

  it.each(['Will', 'Mark', 'Hope', 'Dag', 'Liv', 'Roos', 'Ion', 'Doina'])(
    'that is a word, %s, is found by its capital letter and only where that tells',
    (name) => {
      expect(found(`They told ${name} to wait.`)).toEqual([`name likely: ${name}`])
      expect(found(`${name} they wait?`)).toEqual([])
      expect(found(`they ${name.toLowerCase()} wait.`)).toEqual([])
    },
  )

  it('on the roster is found in lower case, mistyped, and where a sentence opens', () => {
    const roster = 'Oddbjørg Featherstone'

    expect(found('ask featherstone', roster)).toEqual(['name likely: featherstone'])
    expect(found('Fetherstone knows.', roster)).toEqual(['name likely: Fetherstone'])
    expect(found('Oddbjoergs idea.', roster)).toEqual(['name likely: Oddbjoergs'])
    expect(found('They told Featherstone.', roster)).toEqual(['name sure: Featherstone'])
  })

  it('on no list is not found in lower case or where it opens a sentence', () => {
    expect(found('Featherstone knows, ask featherstone.')).toEqual([])
  })

  it.each([
    'On Monday the English team in Leeds used Microsoft Excel at Christmas.',
    'De Nederlandse collega’s werken in Den Haag met SharePoint.',
    'Vi i Göteborg pratar svenska; chefen kommer från Norge.',
    'I mai var Arbeidstilsynet i Bergen.',
    'Colegii din București au văzut Inspecția Muncii în ianuarie.',
    'The HR of ISO and the EAP said OK.',
  ])('is not seen in "%s"', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('findings', () => {
  it('are in order and never overlap', () => {
    const text =
      'Anna S. (anna@example.org, 19121212-1212, born 1912-12-12) at 12 Baker Street.'

    const findings = findPersonalDetails(text, { thisYear })

    const places = findings.flatMap(({ start, end }) => [start, end])
    expect(findings.length).toBeGreaterThan(3)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('cut a text into pieces that together are the text', () => {
    const text = 'Anna S. 😀 070-1740605, anna@example.org'

    const pieces = piecesOf(text, findPersonalDetails(text, { thisYear }))

    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.filter(({ finding }) => finding).map((piece) => piece.text)).toEqual([
      'Anna S',
      '070-1740605',
      'anna@example.org',
    ])
  })

  it('leave nothing of themselves in a masked text, not even their length', () => {
    const text = 'Ring 070-1740605 eller mejla anna@example.org.'

    const masked = maskFindings(text, findPersonalDetails(text, { thisYear }))

    expect(masked).toBe('[…] eller mejla […].')
    expect(findPersonalDetails(masked, { thisYear })).toEqual([])
  })

  it.each(detailKinds)('%s has a sentence for its reader in every language', (kind) => {
    const sentences = Object.values(detailTexts).map((texts) => texts[textOfKind(kind)])

    expect(new Set(sentences).size).toBe(5)
  })
})

/** What would take minutes if a pattern tried every way to read it. */
const hostile = [
  'a',
  '1',
  '1 ',
  'A ',
  '@',
  'A.',
  '1-',
  '+',
  'a.',
  'Aa ',
  '\u200b',
  'a@',
  'str. A ',
  'SE45 ',
  '0 ',
  "a'",
  'born 1 ',
  '(',
  'Aa-',
]

describe('a text made to take long', () => {
  it.each(hostile)('of "%s" only is read to its end', (piece) => {
    const text = piece.repeat(Math.ceil(10_000 / piece.length))

    const findings = findPersonalDetails(text, { thisYear })

    expect(findings.every(({ start, end }) => start < end && end <= text.length)).toBe(
      true,
    )
  })
})
