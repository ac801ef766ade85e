import { describe, expect, it } from 'vitest'
import { findRealData } from '../../real-data.ts'
import { fewestPositives, measureSuggestions } from './measure-suggestions.ts'
import { readCodedSentences } from './osmi-sentences.ts'

describe.skipIf(findRealData() === undefined)('suggestions on what people wrote', () => {
  it('are right more often than chance and find what never suggesting would miss', () => {
    const measured = measureSuggestions(readCodedSentences(), {
      threshold: 0.5,
      fromCodebook: true,
    })

    const total = (of: (one: (typeof measured)[number]) => number) =>
      measured.reduce((sum, one) => sum + of(one), 0)
    const precision = total(({ right }) => right) / total(({ suggested }) => suggested)
    const byChance =
      total(({ suggested, chance }) => suggested * chance) /
      total(({ suggested }) => suggested)
    expect(measured.length).toBeGreaterThanOrEqual(8)
    expect(measured.every(({ positives }) => positives >= fewestPositives)).toBe(true)
    expect(precision).toBeGreaterThan(2 * byChance)
    expect(
      total(({ right }) => right) / total(({ positives }) => positives),
    ).toBeGreaterThan(0.4)
  })
})
