import { type Random, seededRandom } from '#analysis/statistics/random.ts'
import type { Locale } from '#surveys/locale.ts'
import { cleanSentences } from './clean-sentences.ts'
import {
  inventIdentifier,
  type StructuredKind,
  structuredKinds,
} from './invented-numbers.ts'
import {
  inventPeople,
  type Person,
  pick,
  spelled,
  spellings,
  strangers,
} from './invented-people.ts'

/** A comment with one identifier in it, and where. */
export interface PlantedComment {
  readonly text: string
  readonly planted: string
  readonly start: number
  readonly end: number
  readonly type: StructuredKind | 'roster-name' | 'other-name'
}

const aboutNumbers: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'Ask the one with {x}, they know.',
    'Somebody noted {x} on the board.',
    'It was {x} again.',
    'One of us ({x}) was alone.',
  ],
  sv: [
    'Fråga den med {x}, de vet.',
    'Någon skrev {x} på tavlan.',
    'Det var {x} igen.',
    'En av oss ({x}) var ensam.',
  ],
  nb: [
    'Spør den med {x}, de vet det.',
    'Noen skrev {x} på tavla.',
    'Det var {x} igjen.',
    'En av oss ({x}) var alene.',
  ],
  nl: [
    'Vraag het aan {x}, die weet het.',
    'Iemand schreef {x} op het bord.',
    'Het was weer {x}.',
    'Een van ons ({x}) was alleen.',
  ],
  ro: [
    'Întrebați la {x}, acolo se știe.',
    'Cineva a notat {x} pe tablă.',
    'A fost iar {x}.',
    'Unul dintre noi ({x}) era singur.',
  ],
}

const aboutPeople: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'People say that {x} decides alone.',
    '{x} was ill for weeks.',
    'Nobody helped {x} on the night shift.',
    'My boss {x} never answers.',
    'It got worse when {x} left.',
    'Ask {x}!',
    'Two of us and {x} did all the lifting.',
    'We heard that from {x}, who was there.',
  ],
  sv: [
    'Folk säger att {x} bestämmer ensam.',
    '{x} var sjuk i flera veckor.',
    'Ingen hjälpte {x} på natten.',
    'Min chef {x} svarar aldrig.',
    'Det blev sämre när {x} slutade.',
    'Fråga {x}!',
    'Två av oss och {x} gjorde alla lyft.',
    'Vi hörde det av {x}, som var med.',
  ],
  nb: [
    'Folk sier at {x} bestemmer alene.',
    '{x} var syk i flere uker.',
    'Ingen hjalp {x} på natta.',
    'Sjefen {x} svarer aldri.',
    'Det ble verre da {x} sluttet.',
    'Spør {x}!',
    'To av oss og {x} gjorde alle løft.',
    'Vi hørte det av {x}, som var med.',
  ],
  nl: [
    'Men zegt dat {x} alleen beslist.',
    '{x} was weken ziek.',
    'Niemand hielp {x} in de nacht.',
    'Mijn baas {x} antwoordt nooit.',
    'Het werd erger toen {x} wegging.',
    'Vraag {x}!',
    'Twee van ons en {x} deden al het tillen.',
    'We hoorden het van {x}, die erbij was.',
  ],
  ro: [
    'Se spune că {x} hotărăște singur.',
    '{x} a lipsit mai multe săptămâni.',
    'Nimeni nu l-a ajutat pe {x} noaptea.',
    'Șeful {x} nu răspunde.',
    'A fost mai rău când {x} a plecat.',
    'Întrebați {x}!',
    'Doi dintre noi și {x} au ridicat tot.',
    'Am auzit de la {x}, care era acolo.',
  ],
}

function around(
  random: Random,
  clean: readonly string[],
  template: string,
  planted: string,
): { readonly text: string; readonly start: number } {
  const before = random() < 0.5 ? `${pick(random, clean)} ` : ''
  const after = random() < 0.5 ? ` ${pick(random, clean)}` : ''
  const start = before.length + template.indexOf('{x}')
  return { text: before + template.replace('{x}', () => planted) + after, start }
}

function writtenName(random: Random, locale: Locale, { first, last }: Person): string {
  const spelling = pick(random, spellings)
  return pick(random, [
    () => spelled(random, locale, first, spelling),
    () => spelled(random, locale, last, spelling),
    () =>
      `${spelling === 'lower-case' ? spelled(random, locale, first, spelling) : first} ${spelled(random, locale, last, spelling)}`,
  ])()
}

/** The invented roster of a language: three hundred people. */
export const rosterOf = (locale: Locale): readonly Person[] =>
  inventPeople(seededRandom(`roster/${locale}`), locale, 300)

const typeOf = (at: number): PlantedComment['type'] => {
  if (at >= 470) return 'other-name'
  if (at >= 270) return 'roster-name'
  return structuredKinds[at % structuredKinds.length] ?? 'email'
}

/** Five hundred comments of a language: 270 with a number or address, 200 with a name that
 * is on the roster, 30 with one that is not. */
export function plantedComments(locale: Locale): readonly PlantedComment[] {
  const random = seededRandom(`comments/${locale}`)
  const clean = cleanSentences(random, locale, 200)
  const roster = rosterOf(locale)
  const plant = (type: PlantedComment['type']): string => {
    if (type === 'roster-name') return writtenName(random, locale, pick(random, roster))
    if (type === 'other-name') return pick(random, strangers[locale])
    return inventIdentifier(random, locale, type)
  }
  return Array.from({ length: 500 }, (_, at) => {
    const type = typeOf(at)
    const planted = plant(type)
    const templates = type.endsWith('-name') ? aboutPeople : aboutNumbers
    const { text, start } = around(
      random,
      clean,
      pick(random, templates[locale]),
      planted,
    )
    return { text, planted, start, end: start + planted.length, type }
  })
}
