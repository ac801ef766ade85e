import { describe, expect, it } from 'vitest'
import { textsOf } from '#analysis/orientation/map-texts.ts'
import { materialKinds } from '#analysis/orientation/material-kinds.ts'
import { makeMaterial } from '#analysis/orientation/materials.ts'
import { isPlain, readabilityOf } from '#analysis/orientation/readability.ts'
import { locales } from '#surveys/locale.ts'
import { sampleRecords } from './sample-records.ts'

/** Whole sentences alone: headings and cells of tables are no reading. */
const proseOf = (
  kind: (typeof materialKinds)[number],
  locale: (typeof locales)[number],
) =>
  textsOf(makeMaterial(kind, sampleRecords, locale))
    .map(({ text }) => text)
    .filter((text) => /[.!?]$/.test(text))
    .join(' ')

describe('readability', () => {
  it('of Swedish and Norwegian is the length of sentences plus the share of long words', () => {
    // 8 words, 2 sentences, 2 words of more than six letters: 8/2 + 100·2/8
    const { score } = readabilityOf(
      'Du kan ringa. Samtalen kostar ingenting alls nu.',
      'sv',
    )

    expect(score).toBeCloseTo(4 + 25, 10)
  })

  it('of English is a school grade by words and syllables', () => {
    // 6 words, 1 sentence, 6 syllables: 0.39·6 + 11.8·1 − 15.59
    const { score } = readabilityOf('The cat sat on the mat.', 'en')

    expect(score).toBeCloseTo(-1.45, 10)
  })

  it('of Dutch falls with long sentences and many syllables', () => {
    // 5 words of one syllable each, 1 sentence: 206.84 − 0.93·5 − 77·5/5
    const { score } = readabilityOf('De kat loopt weg nu.', 'nl')

    expect(score).toBeCloseTo(206.84 - 0.93 * 5 - 77, 10)
  })

  it('of Romanian is the length of words and sentences, as no formula is known to hold', () => {
    expect(readabilityOf('Sunați la noi.', 'ro')).toMatchObject({
      score: null,
      sentenceLength: 3,
      wordLength: 11 / 3,
    })
  })

  it('notices a sentence that is hard to read', () => {
    const hard =
      'Notwithstanding organizational responsibilities, confidentiality considerations necessitate individualized administrative determinations.'

    expect(isPlain(hard, 'en')).toBe(false)
    expect(isPlain('You can call us.', 'en')).toBe(true)
  })

  it('is not asked of a text without a word', () => {
    expect(() => readabilityOf('112', 'en')).toThrow(RangeError)
  })
})

describe.each(locales)('what is printed in %s', (locale) => {
  it.each(materialKinds)('is plain in %s', (kind) => {
    const prose = proseOf(kind, locale)

    expect(isPlain(prose, locale)).toBe(true)
  })
})
