import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Locale, locales } from '#surveys/locale.ts'

const root = join(import.meta.dirname, '..', '..')

/** Every set of texts, by what its files' names begin with: one file a language, English
 * the source. */
const sets = [
  'surveys/texts/',
  'surveys/texts/personal-details.',
  'surveys/texts/groups.',
  'surveys/texts/modules.',
  'surveys/texts/manager-interview.',
  'analysis/texts/',
  'analysis/texts/catalogue.',
  'analysis/texts/codebook.',
  'analysis/texts/explanation.',
  'analysis/texts/privacy.',
  'analysis/texts/annual.',
  'analysis/texts/indicators.',
  'analysis/texts/sources.',
  'analysis/texts/orientation.',
  'analysis/texts/sessions.',
  'analysis/texts/export.',
  'analysis/texts/program.',
  'web/texts/',
  'web/texts/design.',
  'analysis/texts/report.',
  'web/texts/report.',
  'web/texts/instruments.',
  'web/texts/prepare.',
  'web/texts/accounts.',
  'web/texts/sessions.',
  'web/texts/tell.',
  'web/texts/journey.',
  'web/texts/understand.',
  'web/texts/annual.',
  'web/texts/waves.',
  'web/answer/texts/',
  'web/answer/texts/welcome.',
  'web/mute/texts/',
  'web/seats/texts/',
  'web/told/texts/',
  'web/room/texts/',
  'server/invitations/texts/',
]

const folders = [...new Set(sets.map((set) => dirname(`${set}-`)))]

const plural = /_(zero|one|two|few|many|other)$/

function textsIn(set: string, locale: Locale): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(root, `${set}${locale}.json`), 'utf8'))
}

/** The sets that the workspace lays over each other, English. */
const laidOver = [
  ...readFileSync(join(root, 'web/language.tsx'), 'utf8').matchAll(
    /import\('(?:#|\.\/)([\w./-]*\ben\.json)'\)/g,
  ),
].map(([text, path = '']) => (text.includes('#') ? path : `web/${path}`))

/** The keys a language must have: English's, with its own plural forms. */
function keysFor(
  locale: Locale,
  english: Readonly<Record<string, string>>,
): readonly string[] {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
  return Object.keys(english)
    .flatMap((key) => {
      if (!plural.test(key)) return [key]
      return key.endsWith('_other')
        ? forms.map((form) => key.replace(/_other$/, `_${form}`))
        : []
    })
    .toSorted()
}

const placesIn = (sentence: string | undefined): readonly string[] =>
  (sentence?.match(/\{\w+\}/g) ?? []).toSorted()

/** The English sentence a key translates. */
const sourceOf = (key: string, english: Readonly<Record<string, string>>) =>
  english[key] ?? english[key.replace(plural, '_other')]

describe.each(folders)('the folder %s', (folder) => {
  it('has each of its texts in the five languages and no other', () => {
    const wanted = sets
      .filter((set) => dirname(`${set}-`) === folder)
      .flatMap((set) => locales.map((locale) => basename(`${set}${locale}.json`)))

    expect(readdirSync(join(root, folder)).toSorted()).toEqual(wanted.toSorted())
  })
})

describe.each(sets)('the texts %s*', (set) => {
  const english = textsIn(set, 'en')

  it.each(locales)('have the same keys in %s, in its own plural forms', (locale) => {
    expect(Object.keys(textsIn(set, locale)).toSorted()).toEqual(keysFor(locale, english))
  })

  it.each(locales)('have the same places for words in %s', (locale) => {
    for (const [key, sentence] of Object.entries(textsIn(set, locale))) {
      // A language may leave the count out where the form says it ("one person").
      const isSingular = /_(zero|one|two)$/.test(key)
      const wanted = placesIn(sourceOf(key, english))
      const places = placesIn(sentence)
      if (isSingular) expect(wanted, key).toEqual(expect.arrayContaining([...places]))
      else expect(places, key).toEqual(wanted)
    }
  })

  it.each(locales)('are no empty and no untrimmed sentences in %s', (locale) => {
    for (const [key, sentence] of Object.entries(textsIn(set, locale))) {
      expect(sentence.trim(), key).toBe(sentence)
      expect(sentence, key).not.toBe('')
    }
  })

  it.each(locales.filter((locale) => locale !== 'en'))(
    'are translated into %s',
    (locale) => {
      const same = Object.entries(textsIn(set, locale)).filter(
        ([key, sentence]) =>
          sentence === sourceOf(key, english) && /[a-z]{4}/i.test(sentence),
      )

      // Names and short words can be the same; sentences cannot.
      expect(same.filter(([, sentence]) => sentence.split(' ').length > 3)).toEqual([])
      expect(same.length).toBeLessThan(Object.keys(english).length / 12)
    },
  )
})

describe('Romanian', () => {
  it.each(sets)('has comma-below letters in %s*, as Romanian is written', (set) => {
    for (const [key, sentence] of Object.entries(textsIn(set, 'ro'))) {
      expect(sentence, key).not.toMatch(/[şţŞŢ]/)
    }
  })
})

describe('the texts of the workspace', () => {
  it('have no key in two sets, of which one would be shown in the place of the other', () => {
    const keys = laidOver.flatMap((path) =>
      Object.keys(JSON.parse(readFileSync(join(root, path), 'utf8'))),
    )

    expect(laidOver.length).toBeGreaterThan(15)
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([])
  })
})
