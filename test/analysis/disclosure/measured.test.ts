import { describe, expect, it } from 'vitest'
import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import { askedBy, planPublication } from '#analysis/disclosure/publication-plan.ts'
import { restoreRelease } from '#analysis/disclosure/restore-release.ts'
import { readResponses } from '#analysis/responses.ts'
import { countResponses } from '#analysis/scoring/tally-counts.ts'
import { type Random, seededRandom } from '#analysis/statistics/random.ts'
import { core } from '#surveys/catalogue.ts'
import {
  type Answer,
  type Answers,
  declined,
  itemsOf,
  optionsOf,
} from '#surveys/questionnaire.ts'
import { flatUnits, formed } from '../an-organization.ts'

const items = itemsOf(core).filter(({ shownWhen }) => !shownWhen)

/** A person whose answers lean the same way, more so the stronger `lean` is. */
function person(random: Random, lean: number): Answers {
  const own = random()
  const answers = items.flatMap((item): (readonly [string, Answer])[] => {
    const options = optionsOf(item.format)
    if (options.length === 0) return [[item.id, Math.floor(11 * random())]]
    if (random() < 0.04) return [[item.id, declined]]
    const mixed = random() < lean ? own : random()
    const place = Math.floor(mixed * options.length)
    const option = options[item.reversed ? options.length - 1 - place : place] ?? ''
    return [[item.id, item.format.kind === 'any-of' ? [option] : option]]
  })
  return Object.fromEntries(answers)
}

function releaseOf(answered: number, lean = 0.7): Disclosed<Release> {
  const random = seededRandom('measured')
  const headcounts = Array.from({ length: 6 }, () => Math.ceil(answered / 6) + 10)
  const units = formed(flatUnits(headcounts))
  const plan = planPublication({
    organization: 'Acme',
    manyEmployers: false,
    units,
    asked: askedBy(core),
  })
  const ballots = Array.from({ length: answered }, (_, index) => {
    const unit = plan.reportingUnits[index % plan.reportingUnits.length] ?? ''
    return { unit, answers: person(random, lean) }
  })
  return disclose(plan, countResponses(readResponses(core, ballots)))
}

describe('how well it was measured', () => {
  const release = releaseOf(240)

  it('is told of every scale of two questions or more, to the hundredth', () => {
    const distress = release.scales['psy.distress']

    expect(Object.keys(release.scales)).toContain('bio.msk')
    expect(Object.keys(release.scales)).not.toContain('bio.lifestyle')
    if (distress?.kind !== 'shown') throw new RangeError('expected a scale')
    expect(distress.alpha).toBeGreaterThan(0.6)
    expect(distress.interval?.low).toBeLessThan(distress.alpha ?? 0)
    expect(Object.keys(distress.itemRest)).toHaveLength(4)
    for (const r of [
      distress.alpha,
      distress.omega,
      ...Object.values(distress.itemRest),
    ]) {
      expect(Math.abs(100 * (r ?? 0) - Math.round(100 * (r ?? 0)))).toBeLessThan(1e-9)
    }
  })

  it('has no omega where a scale has two questions', () => {
    const pain = release.scales['bio.msk']

    expect(pain).toMatchObject({ kind: 'shown', omega: null })
  })

  it('says whether units differ, in steps of .05, and here they do not', () => {
    const shown = Object.values(release.grouping).filter(({ kind }) => kind === 'shown')

    expect(shown.length).toBeGreaterThan(5)
    for (const one of shown) expect(one).toMatchObject({ icc1: 0 })
  })

  it('says what goes together with not being able to work, the greatest first', () => {
    const { drivers } = release
    if (drivers.kind !== 'shown') throw new RangeError('expected drivers')

    const weights = drivers.weights.map(({ weight }) => weight)

    expect(weights).toHaveLength(9)
    expect(weights).toEqual(weights.toSorted((a, b) => b - a))
    expect(
      weights.every((weight) => Number.isInteger(Math.round(1e6 * weight) / 5e4)),
    ).toBe(true)
  })

  it('shows what was chosen and declined as clipped shares', () => {
    const badly = Object.values(release.items)[0]

    if (badly?.declined.kind !== 'shown') throw new RangeError('expected a share')
    expect(badly.declined.value).toBeGreaterThan(0.01)
    expect(badly.declined.value).toBeLessThan(0.09)
    for (const figure of Object.values(badly?.chosen ?? {})) {
      expect(figure.kind).not.toBe('hidden')
    }
  })

  it('is silent on each below its own number of answers', () => {
    const few = releaseOf(46)
    const more = releaseOf(90)

    expect(Object.values(few.scales).every(({ kind }) => kind === 'hidden')).toBe(true)
    expect(few.weighting).toEqual({ kind: 'hidden' })
    expect(more.scales['psy.distress']).toMatchObject({ kind: 'shown' })
    expect(more.drivers).toEqual({ kind: 'hidden' })
    expect(Object.values(more.grouping).every(({ kind }) => kind === 'hidden')).toBe(true)
    // What measures no need, and what is sensitive, needs a hundred answers.
    expect(more.items['days-away']?.declined).toEqual({ kind: 'hidden' })
  })

  it('survives being stored, and a figure off its steps does not', () => {
    const stored = JSON.parse(JSON.stringify(release))

    expect(restoreRelease(stored)).toEqual(release)
    const grouping = { 'bio.sleep': { kind: 'shown', icc1: 0.033, icc2: 0 } }
    expect(() => restoreRelease({ ...stored, grouping })).toThrow(
      'a number in steps of 1/20 at grouping.bio.sleep.icc1',
    )
  })
})
