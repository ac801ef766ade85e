import { describe, expect, it } from 'vitest'
import { seededRandom } from '#analysis/statistics/random.ts'
import { locales } from '#surveys/locale.ts'
import { foldWord } from '#surveys/personal-details/fold-word.ts'
import {
  buildNameFilter,
  nameTokens,
  openNameFilter,
} from '#surveys/personal-details/name-filter.ts'
import { pick, spelled, spellings } from './invented-people.ts'
import { rosterOf } from './planted-comments.ts'

const key = Uint8Array.from({ length: 16 }, (_, at) => at * 7)

const filterOf = (...names: readonly string[]) =>
  openNameFilter(buildNameFilter(names.flatMap(nameTokens), key), key)

/** Words of eight letters that mean nothing. */
const nonsense = (count: number): readonly string[] => {
  const random = seededRandom('nonsense')
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  return Array.from({ length: count }, () =>
    Array.from({ length: 8 }, () => pick(random, letters)).join(''),
  )
}

describe('folding a word', () => {
  it.each([
    ['Bjørn', 'Bjoern'],
    ['PÅL', 'Paal'],
    ['Sjöberg', 'Sjoberg'],
    ['Ștefan', 'Stefan'],
    ['Şerbănescu', 'Șerbanescu'],
    ['Meĳer', 'Meijer'],
    ['O’Brien', 'obrien'],
    ['Ste\u0301phane', 'Stéphane'],
    ['Sæther', 'Saether'],
  ])('takes %s and %s for the same', (one, other) => {
    expect(foldWord(one)).toBe(foldWord(other))
  })
})

describe('the tokens of a name', () => {
  it('are its parts without particles and initials', () => {
    expect(nameTokens('Anna-Karin J. van der Båstad')).toEqual([
      'Anna',
      'Karin',
      'Båstad',
    ])
  })
})

describe('a filter of names', () => {
  it.each(locales)(
    'knows every name of the roster, however it is spelled (%s)',
    (locale) => {
      const random = seededRandom(`filter/${locale}`)
      const names = rosterOf(locale).flatMap(({ first, last }) => [first, last])
      const roster = filterOf(...names)

      const unknown = names.flatMap((name) =>
        spellings
          .map((spelling) => spelled(random, locale, name, spelling))
          .filter((word) => !roster.mayBeOnRoster(word)),
      )

      // One slip in a name of four letters leaves three, which are too few to compare.
      expect(unknown.filter((word) => word.length > 3)).toEqual([])
    },
  )

  it.each(['Linström', 'Lindsström', 'Lindstrøm', 'Lidnström', 'Lindströms', 'indström'])(
    'knows Lindström in %s',
    (word) => {
      expect(filterOf('Lindström').mayBeOnRoster(word)).toBe(true)
    },
  )

  it.each(['Linstrom-Bergh'.slice(8), 'Lundstrand', 'Lidström'.slice(3), 'strömlind'])(
    'does not know Lindström in %s',
    (word) => {
      expect(filterOf('Lindström').mayBeOnRoster(word)).toBe(false)
    },
  )

  it.each([
    ['Ioana', 'Ioanei'],
    ['Ionescu', 'Ionescului'],
    ['Bogdan', 'Bogdanului'],
    ['Anca', 'Ancăi'],
    ['Anneke', "Anneke's"],
    ['Ola', 'Olas'],
  ])('knows %s in %s', (name, word) => {
    expect(filterOf(name).mayBeOnRoster(word)).toBe(true)
  })

  it('takes fewer than one in five thousand meaningless words for a name, of 1 000 people', () => {
    const people = nonsense(2_000)
    const roster = openNameFilter(buildNameFilter(people, key), key)
    const strangers = nonsense(12_000).slice(2_000)

    const taken = strangers.filter((word) => roster.mayBeOnRoster(word))

    expect(taken.length).toBeLessThan(2)
  })

  it('takes less than 70 kilobytes for 2 000 names of eight letters', () => {
    expect(buildNameFilter(nonsense(2_000), key).length).toBeLessThan(70_000)
  })

  it('knows nobody under another key', () => {
    const names = rosterOf('sv').flatMap(({ first, last }) => [first, last])
    const other = openNameFilter(buildNameFilter(names, key), key.toReversed())

    expect(names.filter((name) => other.mayBeOnRoster(name))).toEqual([])
  })

  it('has the same bytes whatever the order of the names', () => {
    const one = buildNameFilter(['Anna', 'Björn', 'Zsófia'], key)
    const other = buildNameFilter(['Zsófia', 'Anna', 'Björn', 'anna'], key)

    expect(one).toEqual(other)
  })

  it('refuses keys of another length and bytes that are no filter', () => {
    expect(() => buildNameFilter(['Anna'], key.slice(1))).toThrow(RangeError)
    expect(() => openNameFilter(new Uint8Array(100), key)).toThrow(RangeError)
    expect(() => openNameFilter(buildNameFilter([], key), key.slice(1))).toThrow(
      RangeError,
    )
  })
})
