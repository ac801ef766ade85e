import { describe, expect, it } from 'vitest'
import { catalogueTexts } from '#analysis/catalogue-wording.ts'
import { audiences } from '#analysis/recommendation/audiences.ts'
import { componentIds } from '#analysis/recommendation/components.ts'
import { credentials } from '#analysis/recommendation/credentials.ts'
import { modes } from '#analysis/recommendation/delivery.ts'
import { dutySentences } from '#analysis/recommendation/duty-notes.ts'
import type { ReadDepth, SourceKind } from '#analysis/recommendation/evidence-sources.ts'
import {
  type MeasureOf,
  measureIds,
  measures,
} from '#analysis/recommendation/measures.ts'
import { providers } from '#analysis/recommendation/providers.ts'
import { routes } from '#analysis/recommendation/routes.ts'
import { type StandardBody, standardIds } from '#analysis/recommendation/standards.ts'
import { analysisTexts } from '#analysis/wording.ts'
import { locales } from '#surveys/locale.ts'

/** Records, so that the compiler asks for every word of a closed list. */
const kinds: Readonly<Record<SourceKind, true>> = {
  'meta-analysis': true,
  review: true,
  trial: true,
  cohort: true,
  survey: true,
  guideline: true,
  standard: true,
  report: true,
  none: true,
}
const depths: Readonly<Record<ReadDepth, true>> = {
  full: true,
  excerpt: true,
  abstract: true,
  secondary: true,
  'not-read': true,
}
const bodies: Readonly<Record<StandardBody, true>> = {
  eapa: true,
  'social-current': true,
  iso: true,
}
const sorts: Readonly<Record<MeasureOf, true>> = {
  use: true,
  process: true,
  outcome: true,
}

const named = (prefix: string, ids: readonly string[]): readonly string[] =>
  ids.map((id) => `${prefix}.${id}`)

const wantedKeys: readonly string[] = [
  ...componentIds.flatMap((id) => [`component.${id}.for`, `component.${id}.evidence`]),
  ...named('audience', audiences),
  ...named('route', routes),
  ...named('mode', modes),
  ...named('provider', providers),
  ...named('credential', credentials),
  ...named('measure', measureIds),
  ...named('measure-of', Object.keys(sorts)),
  ...named('measures', ['small', 'use', 'targets']),
  ...named('read', Object.keys(depths)),
  ...named('source-kind', Object.keys(kinds)),
  ...named('standard', standardIds),
  ...named('standard-body', Object.keys(bodies)),
  ...named('standard-seen', Object.keys(bodies)),
  ...named('hierarchy', ['1', '2', '3', '4', 'rule', 'together']),
  'review.after',
  ...named('duty', dutySentences),
  ...named('duty-status', ['checked', 'unverified']),
]

/** Sentences end in . ! or ? before a capital letter; "1. januar" is none. */
const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.!?])\s+(?=\p{Lu})/u)

const wordsIn = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

describe.each(locales)('the words of the catalogue in %s', (locale) => {
  const texts: Readonly<Record<string, string>> = catalogueTexts[locale]

  it('name everything the catalogue holds, and nothing else', () => {
    expect(Object.keys(texts).toSorted()).toEqual(wantedKeys.toSorted())
  })

  it('share no key with the other words of the analysis', () => {
    const others = new Set(Object.keys(analysisTexts[locale]))

    expect(Object.keys(texts).filter((key) => others.has(key))).toEqual([])
  })

  it('are at most two short sentences each', () => {
    for (const [key, text] of Object.entries(texts)) {
      const sentences = sentencesOf(text)
      const longest = Math.max(...sentences.map(wordsIn))

      expect(sentences.length, key).toBeLessThanOrEqual(2)
      expect(longest, key).toBeLessThanOrEqual(25)
    }
  })

  it('leave room for a target exactly where a measure has one', () => {
    const withPlace = measureIds.filter((id) =>
      texts[`measure.${id}`]?.includes('{target}'),
    )

    expect(withPlace).toEqual(measureIds.filter((id) => measures[id].target !== null))
  })

  it('weigh less than 40 kB', () => {
    expect(Buffer.byteLength(JSON.stringify(texts))).toBeLessThan(40_000)
  })
})

describe('what to mind about a component', () => {
  it.each(locales)('is said of every one in %s, in short sentences', (locale) => {
    for (const id of componentIds) {
      const text = analysisTexts[locale][`component.${id}.mind`]

      expect(text, id).not.toBe('')
      for (const sentence of sentencesOf(text)) {
        expect(wordsIn(sentence), sentence).toBeLessThanOrEqual(25)
      }
    }
  })
})
