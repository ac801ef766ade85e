import { describe, expect, it } from 'vitest'
import { mapTexts, textsOf } from '#analysis/orientation/map-texts.ts'
import { materialKinds } from '#analysis/orientation/material-kinds.ts'
import { makeMaterial } from '#analysis/orientation/materials.ts'
import { renderPlainText } from '#server/documents/plain-text.ts'
import { locales } from '#surveys/locale.ts'
import { sampleRecords } from '../../analysis/orientation/sample-records.ts'

describe.each(locales)('in %s', (locale) => {
  it.each(materialKinds)('%s says what it said when it was read over', async (kind) => {
    const paper = mapTexts(makeMaterial(kind, sampleRecords, locale), ({ text }) => text)

    const said = renderPlainText(paper)

    await expect(said).toMatchFileSnapshot(`golden/${kind}.${locale}.txt`)
  })

  it.each(materialKinds)('%s knows each of its passages by one name', (kind) => {
    const passages = textsOf(makeMaterial(kind, sampleRecords, locale))
    const texts = new Map<string, string>()
    const clashes = passages.filter(({ id, text }) => {
      const known = texts.get(id)
      texts.set(id, text)
      return id !== '' && known !== undefined && known !== text
    })

    expect(clashes).toEqual([])
  })
})

describe.each(locales.filter((locale) => locale !== 'en'))(
  'no English is left in %s',
  (locale) => {
    it.each(materialKinds)('in %s', (kind) => {
      const english = new Set(
        textsOf(makeMaterial(kind, sampleRecords, 'en'))
          .map(({ text }) => text)
          .filter((text) => text.split(' ').length > 3),
      )
      const left = textsOf(makeMaterial(kind, sampleRecords, locale))
        .map(({ text }) => text)
        .filter((text) => english.has(text))
        // Names, numbers and contacts are the same everywhere.
        .filter((text) => !/\d{3}/.test(text))

      expect(left).toEqual([])
    })
  },
)
