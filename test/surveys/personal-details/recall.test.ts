import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#analysis/statistics/random.ts'
import { type Locale, locales } from '#surveys/locale.ts'
import { findPersonalDetails } from '#surveys/personal-details/find-personal-details.ts'
import { givenNames } from '#surveys/personal-details/given-names.ts'
import {
  buildNameFilter,
  type NameFilter,
  nameTokens,
  openNameFilter,
} from '#surveys/personal-details/name-filter.ts'
import { cleanSentences } from './clean-sentences.ts'
import { structuredKinds } from './invented-numbers.ts'
import { type PlantedComment, plantedComments, rosterOf } from './planted-comments.ts'

const key = Uint8Array.from({ length: 16 }, (_, at) => at)
const open = (tokens: readonly string[]): NameFilter =>
  openNameFilter(buildNameFilter(tokens, key), key)
const tokensOf = (locale: Locale): readonly string[] =>
  rosterOf(locale).flatMap(({ first, last }) => nameTokens(`${first} ${last}`))

const thisYear = 2026

/** Whether every letter and digit that was planted is covered, by a finding of its kind. */
function isFound(
  { text, start, end, type }: PlantedComment,
  roster: NameFilter,
): boolean {
  const findings = findPersonalDetails(text, { thisYear, roster })
  const wanted = type === 'roster-name' || type === 'other-name' ? 'name' : type
  const isCovered = Array.from({ length: end - start }, (_, at) => start + at).every(
    (at) =>
      !/[\p{L}\p{N}]/u.test(text[at] ?? '') ||
      findings.some((finding) => finding.start <= at && at < finding.end),
  )
  return (
    isCovered &&
    findings.some(
      ({ kind, ...at }) => kind === wanted && at.start < end && at.end > start,
    )
  )
}

describe.each(locales)('of 500 invented comments in %s', (locale) => {
  const roster = open(tokensOf(locale))
  const comments = plantedComments(locale)
  const missed = comments.filter((comment) => !isFound(comment, roster))

  it.each(structuredKinds)('finds every %s', (kind) => {
    expect(comments.filter(({ type }) => type === kind)).toHaveLength(30)
    expect(missed.filter(({ type }) => type === kind)).toEqual([])
  })

  it('finds 98 of 100 names that are on the roster, folded, inflected or mistyped', () => {
    const names = comments.filter(({ type }) => type === 'roster-name')
    const missedNames = missed.filter(({ type }) => type === 'roster-name')

    expect(names).toHaveLength(200)
    expect(missedNames.length, JSON.stringify(missedNames)).toBeLessThanOrEqual(4)
  })

  it('finds names that are on no list too, wherever they do not open a sentence', () => {
    const missedNames = missed.filter(({ type }) => type === 'other-name')

    const inside = missedNames.filter(
      ({ text, start }) => start > 0 && !/[.!?] $/.test(text.slice(0, start)),
    )
    expect(inside).toEqual([])
  })
})

const folders = [
  'surveys/texts/',
  'analysis/texts/',
  'analysis/texts/catalogue.',
  'analysis/texts/explanation.',
  'web/texts/',
  'web/answer/texts/',
  'web/answer/texts/welcome.',
  'server/invitations/texts/',
  'analysis/texts/privacy.',
]

/** Sentences of the product, which were not written for this and name nobody. */
function sentencesOfTheProduct(locale: Locale): readonly string[] {
  return folders
    .flatMap((folder) => {
      const path = join(import.meta.dirname, '..', '..', '..', `${folder}${locale}.json`)
      return Object.values<string>(JSON.parse(readFileSync(path, 'utf8')))
    })
    .filter((sentence) => sentence.split(' ').length > 3)
    .map((sentence) => sentence.replace(/\{\w+\}/g, '12'))
}

function alarmsIn(sentences: readonly string[], roster?: NameFilter) {
  return sentences.flatMap((sentence) => {
    const findings = findPersonalDetails(sentence, {
      thisYear,
      ...(roster && { roster }),
    })
    return findings.length > 0 ? [{ sentence, findings }] : []
  })
}

const sureOf = (alarms: ReturnType<typeof alarmsIn>) =>
  alarms.filter(({ findings }) => findings.some(({ certainty }) => certainty === 'sure'))

/** A large roster of mixed origin: every common given name and all invented people. */
const largeRoster = open([...givenNames, ...locales.flatMap(tokensOf)])

describe.each(locales)('of sentences in %s that name nobody', (locale) => {
  const invented = cleanSentences(seededRandom(`clean/${locale}`), locale, 250)
  const product = sentencesOfTheProduct(locale)

  it('marks fewer than 3 in 100 about work, and none for sure', () => {
    const alarms = alarmsIn(invented, largeRoster)

    expect(invented.length).toBeGreaterThanOrEqual(200)
    expect(alarms.length, JSON.stringify(alarms)).toBeLessThanOrEqual(
      invented.length * 0.03,
    )
    expect(sureOf(alarms)).toEqual([])
  })

  it('marks fewer than 1 in 100 of the product, and none for sure', () => {
    const alarms = alarmsIn(product)

    expect(product.length).toBeGreaterThan(1_000)
    expect(alarms.length, JSON.stringify(alarms)).toBeLessThan(product.length * 0.01)
    expect(sureOf(alarms)).toEqual([])
  })

  it('marks fewer than 3 in 100 of the product against 1 200 names', () => {
    const alarms = alarmsIn(product, largeRoster)

    expect(alarms.length, JSON.stringify(alarms)).toBeLessThan(product.length * 0.03)
    expect(sureOf(alarms)).toEqual([])
  })
})
