import { describe, expect, it } from 'vitest'
import { type Locale, locales } from '#surveys/locale.ts'
import { sayCount } from '#surveys/say.ts'

const texts = { a_one: 'one {count}', a_few: 'few {count}', a_other: 'other {count}' }
const counts = [...Array.from({ length: 1_200 }, (_, count) => count), 1.5, 0.5, 200_000]

/** As browsers know it. */
const known = (locale: Locale, count: number): string =>
  `${new Intl.PluralRules(locale).select(count)} ${new Intl.NumberFormat(locale).format(count)}`

describe('a sentence about a count', () => {
  it.each(locales)('takes the form that CLDR names, in %s', (locale) => {
    const said = counts.map((count) => sayCount(texts, locale, 'a', count))

    expect(said).toEqual(counts.map((count) => known(locale, count)))
  })
})
