import { describe, expect, it } from 'vitest'
import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import { askedBy, planPublication } from '#analysis/disclosure/publication-plan.ts'
import { restoreRelease } from '#analysis/disclosure/restore-release.ts'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { responseRateOf } from '#analysis/needs/read-release.ts'
import { recommend } from '#analysis/recommendation/recommend.ts'
import { answeringInWords } from '#analysis/report/answering-in-words.ts'
import { readResponses } from '#analysis/responses.ts'
import { coreItems } from '#analysis/scoring/response-quality.ts'
import { countResponses } from '#analysis/scoring/tally-counts.ts'
import { noTestimony } from '#analysis/sources/testimony.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import { analysisTexts } from '#analysis/wording.ts'
import { core } from '#surveys/catalogue.ts'
import { locales } from '#surveys/locale.ts'
import { type Answer, type Answers, optionsOf } from '#surveys/questionnaire.ts'
import { surveyTexts } from '#surveys/wording.ts'
import { flatUnits, formed } from '../an-organization.ts'

/** An option to each of the first core items, the same place in each list. */
function answersTo(count: number, place: (index: number) => number): Answers {
  const entries = coreItems(core)
    .slice(0, count)
    .map(({ id, format }, index): [string, Answer] => {
      const options = optionsOf(format)
      const option = options[place(index) % Math.max(1, options.length)] ?? 5
      return [id, format.kind === 'any-of' ? [`${option}`] : option]
    })
  return Object.fromEntries(entries)
}

const whole = answersTo(54, (index) => index)
const straight = answersTo(54, () => 2)
const broken = answersTo(12, (index) => index)

function releaseOf(people: readonly Answers[], headcount: number): Disclosed<Release> {
  const units = formed(flatUnits([headcount]))
  const plan = planPublication({
    organization: 'Acme',
    manyEmployers: false,
    units,
    asked: askedBy(core),
  })
  const [unit = ''] = plan.reportingUnits
  const ballots = people.map((answers) => ({ unit, answers }))
  return disclose(plan, countResponses(readResponses(core, ballots)))
}

const times = (count: number, answers: Answers): readonly Answers[] =>
  Array.from({ length: count }, () => answers)

describe('how people answered', () => {
  const release = releaseOf(
    [...times(72, whole), ...times(18, straight), ...times(30, broken)],
    400,
  )

  it('is told in clipped shares: who came half way, where they stopped, straight lines', () => {
    const { complete, straightLines, lastPart } = release.answering

    expect(complete).toEqual({ kind: 'shown', value: 0.75 })
    // Of all 120, who each answered the block on body and energy whole.
    expect(straightLines).toEqual({ kind: 'shown', value: 0.15 })
    expect(lastPart).toMatchObject({
      mind: { kind: 'shown', value: 0.25 },
      effects: { kind: 'shown', value: 0.75 },
      // In points, the rest would tell exactly how few stopped there.
      work: { kind: 'at-most', value: 0.05 },
    })
  })

  it('is not told of fewer than fifty', () => {
    const { answering } = releaseOf(times(49, whole), 400)

    expect(answering.complete).toEqual({ kind: 'hidden' })
    expect(answering.straightLines).toEqual({ kind: 'hidden' })
    expect(new Set(Object.values(answering.lastPart).map(({ kind }) => kind))).toEqual(
      new Set(['hidden']),
    )
    expect(answeringInWords(answering, analysisTexts.en, 'en')).toEqual([])
  })

  it.each(locales)('is said in whole sentences in %s', (locale) => {
    const texts = { ...surveyTexts[locale], ...analysisTexts[locale] }

    const sentences = answeringInWords(release.answering, texts, locale)

    expect(sentences).toHaveLength(4)
    expect(sentences[0]).toContain('75')
    expect(sentences.join(' ')).not.toMatch(/undefined|NaN|\{\w+\}/)
  })

  it('survives being stored, and a figure nobody could have made does not', () => {
    const stored = JSON.parse(JSON.stringify(release))
    const answering = { ...stored.answering, complete: { kind: 'shown', value: 0.123 } }

    expect(restoreRelease(stored)).toEqual(release)
    expect(() => restoreRelease({ ...stored, answering })).toThrow(
      'a figure that the rules allow at answering.complete',
    )
  })
})

describe('the response rate of a release', () => {
  const some = releaseOf([...times(100, whole), ...times(60, broken)], 400)

  it('counts valid returns, beside the number of all who answered', () => {
    const { answered, returns, responseRate } = some.organization

    expect(answered).toMatchObject({ from: 160 })
    expect(returns).toMatchObject({ from: 100 })
    expect(responseRate).toEqual({ kind: 'band', from: 22, to: 28 })
    expect(responseRateOf(some)).toBe(102 / 400)
  })

  it('leaves no score out of the figures', () => {
    const sleep = some.constructs['bio.sleep']?.organization.answered

    expect(sleep).toMatchObject({ from: 160 })
  })

  it('caps what is recommended where most of those who answered broke off', () => {
    const assessed = assessNeeds(some, noTestimony, { seed: 'x' })

    const tiers = recommend(some, noTestimony, assessed).map(({ tier }) => tier)

    expect(tiers).not.toContain('recommend')
  })

  it('refuses more valid returns than ballots', () => {
    const units = formed(flatUnits([400]))
    const plan = planPublication({
      organization: 'Acme',
      manyEmployers: false,
      units,
      asked: askedBy(core),
    })
    const [unit = ''] = plan.reportingUnits
    const counts = countResponses(readResponses(core, [{ unit, answers: whole }]))

    expect(() => disclose(plan, { ...counts, returns: { [unit]: 2 } })).toThrow(
      'expected a possible number of valid returns',
    )
  })
})

describe('key drivers', () => {
  it('are named in the plan, and shown of nothing that is not in it', () => {
    const random = seededRandom('drivers')
    const people = Array.from({ length: 140 }, () =>
      answersTo(54, () => Math.floor(5 * random())),
    )
    const units = formed(flatUnits([400]))
    const asked = askedBy(core)
    const subject = { organization: 'Acme', manyEmployers: false, units }
    const plan = planPublication({ ...subject, asked })
    const without = planPublication({ ...subject, asked: { ...asked, drivers: null } })
    const [unit = ''] = plan.reportingUnits
    const ballots = people.map((answers) => ({ unit, answers }))
    const counts = countResponses(readResponses(core, ballots))

    expect(plan.drivers?.predictors).toHaveLength(9)
    expect(disclose(plan, counts).drivers.kind).toBe('shown')
    expect(disclose(without, counts).drivers).toEqual({ kind: 'hidden' })
  })
})
