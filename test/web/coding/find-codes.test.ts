import { describe, expect, it } from 'vitest'
import { type CodeId, codesOf, freshCodebook } from '#analysis/coding/codebook.ts'
import { describeCode } from '#analysis/coding/describe-code.ts'
import { offersFor, timesGiven } from '#web/workspace/coding/find-codes.ts'

const describeIn = (locale: 'en' | 'ro') => (code: Parameters<typeof describeCode>[1]) =>
  describeCode(freshCodebook, code, locale)
const codes = codesOf(freshCodebook)
const english = describeIn('en')
const none: ReadonlyMap<CodeId, number> = new Map()

describe('finding a code', () => {
  it('puts names that begin with what was typed before those that hold it', () => {
    const [first] = offersFor('slee', codes, english, [], none)

    expect(first?.code).toBe('construct.bio.sleep')
  })

  it('asks for no capitals and no marks', () => {
    const [marked] = codes.filter((code) => /[ăâîșț]/.test(describeIn('ro')(code).label))
    const label = describeIn('ro')(marked ?? 'hazard.hours').label
    const typed = label.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()

    const [first] = offersFor(typed, codes, describeIn('ro'), [], none)

    expect(first?.label).toBe(label)
  })

  it('offers as many as there are number keys: suggested first, then the usual ones', () => {
    const suggestion = {
      suggested: true,
      segment: '3f0e8f3a-6a0c-4c57-9a0f-2b1f3c4d5e6f',
      code: 'hazard.hours',
      confidence: 0.6,
      words: ['rota'],
    } as const

    const offers = offersFor(
      '',
      codes,
      english,
      [suggestion],
      new Map([['barrier.fit' as const, 3]]),
    )

    expect(offers).toHaveLength(9)
    expect(offers.slice(0, 2).map(({ code }) => code)).toEqual([
      'hazard.hours',
      'barrier.fit',
    ])
    expect(offers.filter((offer) => offer.suggestion).length).toBe(1)
  })

  it('offers nothing where nothing fits', () => {
    expect(offersFor('qqqq', codes, english, [], none)).toEqual([])
  })

  it('counts what was given', () => {
    const segment = { codes: ['hazard.hours', 'barrier.fit'] } as const
    const times = timesGiven([segment, { codes: null }, segment] as never)

    expect(times.get('hazard.hours')).toBe(2)
  })
})
