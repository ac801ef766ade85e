import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ComponentId,
  componentIds,
  componentOf,
} from '#analysis/recommendation/components.ts'
import {
  coverageShare,
  coverageShares,
  coverageValue,
  coverNeeds,
} from '#analysis/recommendation/coverage.ts'
import { wishesOf } from '#analysis/recommendation/wishes.ts'
import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import { releaseOf } from '../an-organization.ts'

interface Score {
  readonly construct: ConstructId
  readonly score: number
}

const shares = coverageShares(new Map())

const worthOf = (program: readonly ComponentId[], needs: readonly Score[]): number =>
  coverageValue(coverNeeds(program, needs, shares))

const anyNeeds = fc
  .array(fc.integer({ min: 0, max: 100 }), {
    minLength: constructIds.length,
    maxLength: constructIds.length,
  })
  .map((scores) =>
    constructIds.map((construct, index) => ({ construct, score: scores[index] ?? 0 })),
  )

const anyProgram = fc.subarray([...componentIds])

describe('how far a component covers a need', () => {
  it('is its fit, less what evidence and wishes take off', () => {
    // 1 · (.6 + .4 · .35) · (.5 + .5 · .5) = .74 · .75
    expect(coverageShare(1, 0.35, 0.5)).toBeCloseTo(0.555, 12)
    // .9 · (.6 + .4 · .75) · (.5 + .5 · 1) = .9 · .9
    expect(coverageShare(0.9, 0.75, 1)).toBeCloseTo(0.81, 12)
    // .7 · .6 · .5: nothing is known, nobody wants it
    expect(coverageShare(0.7, 0, 0)).toBeCloseTo(0.21, 12)
    expect(coverageShare(0, 1, 1)).toBe(0)
    expect(coverageShare(1, 1, 1)).toBe(1)
  })

  it('grows with fit, evidence and wish', () => {
    const part = fc.double({ min: 0, max: 0.9, noNaN: true })

    fc.assert(
      fc.property(part, part, part, (fit, evidence, wish) => {
        const base = coverageShare(fit, evidence, wish)

        expect(coverageShare(fit + 0.1, evidence, wish)).toBeGreaterThan(base)
        expect(coverageShare(fit, evidence + 0.1, wish)).toBeGreaterThanOrEqual(base)
        expect(coverageShare(fit, evidence, wish + 0.1)).toBeGreaterThanOrEqual(base)
      }),
    )
  })

  it.each([
    ['fit', 1.1, 0.5, 0.5],
    ['fit', Number.NaN, 0.5, 0.5],
    ['evidence', 0.5, -0.1, 0.5],
    ['wish', 0.5, 0.5, Number.POSITIVE_INFINITY],
  ] as const)('refuses %s outside 0 to 1', (name, fit, evidence, wish) => {
    expect(() => coverageShare(fit, evidence, wish)).toThrow(
      new RegExp(`^expected ${name} from 0 to 1, got `),
    )
  })

  it('takes wishes where they are released, and half a wish where not', () => {
    const wished = coverageShares(new Map([['money', 1]]))

    // 1 · .74 · 1 and, unknown, 1 · .74 · .75
    expect(wished.get('financial_counselling')?.get('soc.finance')).toBeCloseTo(0.74, 12)
    expect(shares.get('financial_counselling')?.get('soc.finance')).toBeCloseTo(0.555, 12)
    expect(wished.get('orientation')).toEqual(shares.get('orientation'))
  })
})

describe('the wish for a kind of help', () => {
  it('is unknown where nothing of it is released', () => {
    const release = releaseOf({ 'bio.sleep': 0.3 }, { people: 400, answers: 260 })

    expect(wishesOf(release).size).toBe(0)
  })

  it('is the posterior mean of the share, full from three in ten on', () => {
    const organization = {
      name: 'Acme',
      headcount: 400,
      answered: { kind: 'shown', from: 97, to: 101 },
      returns: { kind: 'hidden' },
      responseRate: { kind: 'hidden' },
    } as const

    const wishes = wishesOf({
      organization,
      wanted: {
        body: { kind: 'shown', value: 0.12 },
        money: { kind: 'shown', value: 0.45 },
        legal: { kind: 'at-most', value: 0.04 },
        talk: { kind: 'hidden' },
      },
    })

    // (½ + 99 · .12) / 100 / .3 and (½ + 99 · .02) / 100 / .3
    expect(wishes.get('body')).toBeCloseTo(0.412666666666667, 12)
    expect(wishes.get('legal')).toBeCloseTo(0.0826666666666667, 12)
    expect(wishes.get('money')).toBe(1)
    expect(wishes.has('talk')).toBe(false)
  })
})

describe('what a program covers', () => {
  it('counts what two components share only once', () => {
    const needs = [
      { construct: 'soc.finance', score: 77 },
      { construct: 'soc.legal', score: 43 },
    ] as const

    const covered = coverNeeds(['financial_counselling', 'hardship_help'], needs, shares)

    // finance: 1 − (1 − .555)(1 − .6 · .74 · .75) = 1 − .445 · .667; legal: .3 · .74 · .75
    expect(covered[0]?.share).toBeCloseTo(0.703185, 12)
    expect(covered[1]?.share).toBeCloseTo(0.1665, 12)
    // 77 · .703185 + 43 · .1665
    expect(coverageValue(covered)).toBeCloseTo(61.304745, 9)
  })

  it('is nothing without a component, and without a need', () => {
    expect(worthOf([], [{ construct: 'soc.finance', score: 77 }])).toBe(0)
    expect(coverNeeds(componentIds, [], shares)).toEqual([])
    expect(worthOf(componentIds, [])).toBe(0)
  })

  it('grows with every need and with every component', () => {
    const anyOne = fc.constantFrom(...componentIds)
    fc.assert(
      fc.property(anyNeeds, anyProgram, anyOne, (needs, program, one) => {
        const base = worthOf(program, needs)
        const greater = needs.map(({ construct, score }) => {
          return { construct, score: score + 1 }
        })

        expect(worthOf(program, greater)).toBeGreaterThanOrEqual(base)
        expect(worthOf([...new Set([...program, one])], needs)).toBeGreaterThanOrEqual(
          base - 1e-9,
        )
      }),
    )
  })

  it('grows less by a component, the more there is already', () => {
    fc.assert(
      fc.property(anyNeeds, anyProgram, anyProgram, (needs, some, others) => {
        const more = [...new Set([...some, ...others])]

        for (const one of componentIds.filter((id) => !more.includes(id))) {
          const early = worthOf([...some, one], needs) - worthOf(some, needs)
          const late = worthOf([...more, one], needs) - worthOf(more, needs)
          expect(late).toBeLessThanOrEqual(early + 1e-9)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is the same in every order, and never more than the need', () => {
    fc.assert(
      fc.property(anyNeeds, anyProgram, (needs, program) => {
        const most = needs.reduce((sum, { score }) => sum + score, 0)

        const value = worthOf(program, needs)

        expect(value).toBeLessThanOrEqual(most)
        expect(worthOf(program.toReversed(), needs.toReversed())).toBeCloseTo(value, 8)
      }),
    )
  })

  it('uses the fits and evidence of the catalogue', () => {
    for (const id of componentIds) {
      const { fits, evidenceValue } = componentOf(id)
      for (const [construct, fit] of Object.entries(fits)) {
        const share = shares.get(id)?.get(construct as ConstructId)
        expect(share).toBeCloseTo(fit * (0.6 + 0.4 * evidenceValue) * 0.75, 12)
      }
    }
  })
})
