import type { Random } from '#analysis/statistics/random.ts'
import type { Locale } from '#surveys/locale.ts'
import type { DetailKind } from '#surveys/personal-details/finding.ts'
import { pick } from './invented-people.ts'

/**
 * Numbers that have the form of a person's and can be nobody's: from ranges kept for tests
 * where a country has one, otherwise from ranges that are not given out. Check digits are
 * found here by trying all, against arithmetic of its own.
 */

const whole = (random: Random, below: number): number => Math.floor(random() * below)
const padded = (value: number, length: number): string =>
  String(value).padStart(length, '0')
const digits = (random: Random, count: number): string =>
  padded(whole(random, 10 ** count), count)

const dot = (number: string, weights: string): number =>
  [...weights].reduce(
    (sum, weight, at) => sum + Number(weight) * Number(number[at] ?? 0),
    0,
  )

function luhnDigit(nine: string): number {
  const doubled = [...nine].map((digit, at) =>
    String(Number(digit) * (at % 2 === 0 ? 2 : 1)),
  )
  const sum = [...doubled.join('')].reduce((total, digit) => total + Number(digit), 0)
  return (10 - (sum % 10)) % 10
}

/** Born in 1912 or 1913, with a plus; the serials 980 to 999 are those of test numbers. */
function swedish(random: Random): string {
  const added = pick(random, [0, 60])
  const day = padded(1 + whole(random, 28) + added, 2)
  const nine = `${pick(random, ['12', '13'])}${padded(1 + whole(random, 12), 2)}${day}9${8 + whole(random, 2)}${whole(random, 10)}`
  const number = `${nine.slice(6)}${luhnDigit(nine)}`
  const date = nine.slice(0, 6)
  return pick(random, [
    `${date}+${number}`,
    `19${date}-${number}`,
    `19${date}${number}`,
    `${date}-${number}`,
  ])
}

/** A synthetic person of the Norwegian register: the month is 80 higher. */
function norwegian(random: Random): string {
  const base = `${padded(1 + whole(random, 28) + pick(random, [0, 40]), 2)}${81 + whole(random, 12)}${digits(random, 2)}${digits(random, 3)}`
  for (let control = 0; control < 100; control += 1) {
    const number = base + padded(control, 2)
    const first = dot(number, '3761894521') % 11
    if (first <= 3 && dot(number, '54327654321') % 11 === 0) {
      return pick(random, [number, `${number.slice(0, 6)} ${number.slice(6)}`])
    }
  }
  return norwegian(random)
}

/** In the range 9999xxxxx, from which RvIG takes test numbers. */
function dutch(random: Random): string {
  const eight = `9999${digits(random, 4)}`
  const last = dot(eight, '98765432') % 11
  if (last === 10) return dutch(random)
  return pick(random, [`${eight}${last}`, `BSN ${eight}${last}`])
}

/** With a county between 53 and 69, which does not exist. */
function romanian(random: Random): string {
  const twelve = `${pick(random, ['1', '2', '5', '6'])}${digits(random, 2)}${padded(1 + whole(random, 12), 2)}${padded(1 + whole(random, 28), 2)}${53 + whole(random, 17)}${digits(random, 3)}`
  const rest = dot(twelve, '279146358279') % 11
  return `${twelve}${rest === 10 ? 1 : rest}`
}

/** An NHS number of the test range 999, or a National Insurance number with the prefix QQ of
 * examples. */
function british(random: Random): string {
  if (random() < 0.5) {
    return pick(random, ['QQ 12 34 56 C', 'QQ123456A', 'QQ 65 43 21 B', 'qq 10 20 30 d'])
  }
  const nine = `999${digits(random, 6)}`
  const last =
    (11 -
      ([...nine].reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0) % 11)) %
    11
  if (last === 10) return british(random)
  return pick(random, [
    `${nine.slice(0, 3)} ${nine.slice(3, 6)} ${nine.slice(6)}${last}`,
    `${nine}${last}`,
  ])
}

const nationalNumber: Readonly<Record<Locale, (random: Random) => string>> = {
  en: british,
  sv: swedish,
  nb: norwegian,
  nl: dutch,
  ro: romanian,
}

/** Sweden (PTS) and the United Kingdom (Ofcom) keep numbers for drama. Of Norway, the
 * Netherlands and Romania these are from series that carry no subscribers. */
const phone: Readonly<Record<Locale, (random: Random) => string>> = {
  en: (random) => {
    const last = digits(random, 3)
    return pick(random, [
      `07700 900${last}`,
      `+44 7700 900${last}`,
      `020 7946 0${last}`,
      `(020) 7946 0${last}`,
      `01632960${last}`,
      `0044 20 7946 0${last}`,
    ])
  },
  sv: (random) => {
    const last = padded(5 + whole(random, 95), 2)
    return pick(random, [
      `070-17406${last}`,
      `070-174 06 ${last}`,
      `0701 7406 ${last}`,
      `+46 70 174 06 ${last}`,
      `08-465 004 ${last}`,
      `031-390 06 ${last}`,
      `0980-3192 ${last}`,
    ])
  },
  nb: (random) => {
    const last = digits(random, 2)
    return pick(random, [
      `59 00 00 ${last}`,
      `590000${last}`,
      `+47 59 00 00 ${last}`,
      `004759 00 00 ${last}`,
      `tlf. 590 00 0${last}`,
    ])
  },
  nl: (random) => {
    const last = digits(random, 2)
    return pick(random, [
      `06-900000${last}`,
      `06 90 00 00 ${last}`,
      `06900000${last}`,
      `+31 6 9000 00${last}`,
      `+31 (0)6 900000${last}`,
      `020-00000${last}`,
    ])
  },
  ro: (random) => {
    const last = digits(random, 3)
    return pick(random, [
      `0700 000 ${last}`,
      `0700.000.${last}`,
      `0700000${last}`,
      `+40 700 000 ${last}`,
      `0264 000 ${last}`,
      `021.000.0${last}`,
    ])
  },
}

/** The examples of the IBAN registry. */
const iban: Readonly<Record<Locale, string>> = {
  en: 'GB29NWBK60161331926819',
  sv: 'SE4550000000058398257466',
  nb: 'NO9386011117947',
  nl: 'NL91ABNA0417164300',
  ro: 'RO49AAAA1B31007593840000',
}

const bankAccount = (random: Random, locale: Locale): string =>
  pick(random, [
    iban[locale],
    iban[locale].replace(/(.{4})(?=.)/g, '$1 '),
    iban[locale].toLowerCase(),
  ])

const addresses: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    '12 Baker Street',
    '7 Long Acre Road, SW1A 1AA',
    '103b Mill Lane',
    '4 Saint Mary Close',
  ],
  sv: [
    'Storgatan 12',
    'Nya Björkvägen 4 B, 123 45 Stockholm',
    'storgatan 3',
    'Drottning Kristinas väg 7',
  ],
  nb: [
    'Storgata 5',
    'Bjørkeveien 12B, 0150 Oslo',
    'Karl Johans gate 22',
    'Nedre Skogvegen 3',
  ],
  nl: [
    'Kerkstraat 5a',
    'Lange Dijk 12',
    'Prins Hendrikkade 33, 1012 AB Amsterdam',
    'Laan van Meerdervoort 101',
  ],
  ro: [
    'str. Lalelelor nr. 4',
    'Bulevardul Unirii 12, bl. 3, ap. 14',
    'Calea Florilor 7',
    'strada Mihai Viteazu nr. 10A',
  ],
}

const birthDates: Readonly<Record<Locale, readonly string[]>> = {
  en: ['12 March 1984', '12/03/1984', 'March 3, 1971', 'born in 1969', '3rd of May 1990'],
  sv: ['1984-03-12', '12 mars 1984', 'född 1969', '19710303', '3 maj 1990'],
  nb: ['12.03.1984', '12. mars 1984', 'født i 1969', '3. mai 1990', '03.03.71'],
  nl: ['12-03-1984', '12 maart 1984', 'geboren in 1969', '3 mei 1990', '3-3-1971'],
  ro: ['12.03.1984', '12 martie 1984', 'născută în 1969', '3 mai 1990', '03/03/1971'],
}

const staffNumberLabels: Readonly<Record<Locale, readonly string[]>> = {
  en: ['employee number', 'staff no.', 'payroll number:', 'Employee ID'],
  sv: ['anställningsnummer', 'personalnummer', 'Anst.nr', 'anställningsnr:'],
  nb: ['ansattnummer', 'ansattnr.', 'Ansatt nr', 'lønnsnummer:'],
  nl: ['personeelsnummer', 'medewerkersnummer', 'Personeelsnr.', 'werknemersnummer:'],
  ro: ['nr. marcă', 'numărul de marcă', 'marca', 'nr. de marcă:'],
}

const contacts = {
  email: [
    'anna.s@example.org',
    'X_99+work@mail.example.com',
    'kollega@example.nl',
    'åsa@example.se',
    'someone (at) example dot org',
  ],
  'web-address': [
    'https://example.org/people/42',
    'www.example.com/anna',
    'http://example.net',
    'example.se/anna',
  ],
  handle: ['@anna_s', '@Kowal84', '@ion.p'],
} as const

export const structuredKinds = [
  'email',
  'web-address',
  'handle',
  'phone',
  'bank-account',
  'national-number',
  'staff-number',
  'postal-address',
  'birth-date',
] as const satisfies readonly DetailKind[]

export type StructuredKind = (typeof structuredKinds)[number]

/** An identifier with a form, as somebody in that country may write it. */
export function inventIdentifier(
  random: Random,
  locale: Locale,
  kind: StructuredKind,
): string {
  switch (kind) {
    case 'phone':
      return phone[locale](random)
    case 'bank-account':
      return bankAccount(random, locale)
    case 'national-number':
      return nationalNumber[locale](random)
    case 'staff-number':
      return `${pick(random, staffNumberLabels[locale])} ${pick(random, ['', 'A-', 'S'])}${1000 + whole(random, 90_000)}`
    case 'postal-address':
      return pick(random, addresses[locale])
    case 'birth-date':
      return pick(random, birthDates[locale])
    default:
      return pick(random, contacts[kind])
  }
}
