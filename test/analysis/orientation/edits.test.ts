import { describe, expect, it } from 'vitest'
import { changesBetween, missingIn } from '#analysis/orientation/editions.ts'
import { conflictsIn, withEdits } from '#analysis/orientation/edits.ts'
import { textsOf } from '#analysis/orientation/map-texts.ts'
import { materialKinds } from '#analysis/orientation/material-kinds.ts'
import { makeMaterial } from '#analysis/orientation/materials.ts'
import { locales } from '#surveys/locale.ts'
import { sampleRecords } from './sample-records.ts'

const withFacts = (facts: Readonly<Record<string, string>>) => {
  return { ...sampleRecords, facts: { ...sampleRecords.facts, ...facts } }
}
const faq = (facts: Readonly<Record<string, string>> = {}) =>
  makeMaterial('faq', withFacts(facts), 'en')
const sayIn = (paper: ReturnType<typeof faq>, id: string) =>
  textsOf(paper).find((passage) => passage.id === id)?.text

describe('words that somebody wrote', () => {
  const base = sayIn(faq(), 'faq.who.a') ?? ''
  const edit = { passage: 'faq.who.a', base, words: 'Ada or Bo. You know neither.' }

  it('stand in the material in place of its own', () => {
    expect(sayIn(withEdits(faq(), [edit]), 'faq.who.a')).toBe(edit.words)
  })

  it('survive a change of the program, which is shown beside them', () => {
    const later = faq({ provider: 'Other Care' })

    expect(sayIn(withEdits(later, [edit]), 'faq.who.a')).toBe(edit.words)
    expect(conflictsIn(later, [edit])).toEqual([
      { ...edit, now: sayIn(later, 'faq.who.a') },
    ])
  })

  it('are no conflict while nothing changed beneath them', () => {
    expect(conflictsIn(faq({ sessions: '9' }), [edit])).toEqual([])
  })

  it('are told of when their place is gone', () => {
    const gone = { ...edit, passage: 'faq.nobody.asks' }

    expect(conflictsIn(faq(), [gone])).toEqual([{ ...gone, now: null }])
  })
})

describe('a change of a fact', () => {
  it('is found in each material that says it, and in no other', () => {
    const later = withFacts({ 'phone.en': '0800 999 999' })
    const changed = materialKinds.filter((kind) => {
      const before = makeMaterial(kind, sampleRecords, 'en')
      return changesBetween(before, makeMaterial(kind, later, 'en')).length > 0
    })
    const carrying = materialKinds.filter((kind) =>
      textsOf(makeMaterial(kind, later, 'en')).some(({ text }) =>
        text.includes('0800 999 999'),
      ),
    )

    expect(changed).toEqual(carrying)
    expect(carrying.length).toBeGreaterThan(8)
    expect(carrying).not.toContain('attendance')
  })

  it('of a number in one language leaves the other languages as they are', () => {
    const later = withFacts({ 'phone.ro': '0800 999 999' })
    const before = makeMaterial('handout', sampleRecords, 'en')

    expect(changesBetween(before, makeMaterial('handout', later, 'en'))).toEqual([])
  })

  it('is shown as it read before and reads now', () => {
    const [change] = changesBetween(faq(), faq({ sessions: '9' }))

    expect(change).toEqual({
      before: expect.stringContaining(': 6.'),
      now: expect.stringContaining(': 9.'),
    })
  })
})

describe('a missing fact', () => {
  it('is named, and leaves a gap that can be seen', () => {
    const paper = faq({ provider: '' })

    expect(missingIn(paper)).toEqual(['provider'])
    expect(sayIn(paper, 'faq.who.a')).toContain('[…]')
  })

  it.each(locales)('of the number stops the materials that carry it, in %s', (locale) => {
    const records = withFacts({ [`phone.${locale}`]: '' })

    expect(missingIn(makeMaterial('wallet-card', records, locale))).toEqual([
      `phone.${locale}`,
    ])
    expect(missingIn(makeMaterial('attendance', records, locale))).toEqual([])
  })

  it('of any kind is found in some material', () => {
    const kits = Object.keys(sampleRecords.facts)
      .filter((id) => !['portal', 'hours.from', 'hours.to'].includes(id))
      .filter((id) => {
        const records = withFacts({ [id]: '' })
        return locales.every((locale) =>
          materialKinds.every(
            (kind) => missingIn(makeMaterial(kind, records, locale)).length === 0,
          ),
        )
      })

    expect(kits).toEqual([])
  })
})
