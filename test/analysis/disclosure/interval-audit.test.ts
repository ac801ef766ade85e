import { describe, expect, it } from 'vitest'
import { valuesOf } from '#analysis/disclosure/audits.ts'
import { crossPlan } from '#analysis/disclosure/crossing.ts'
import { exchangeWidth } from '#analysis/disclosure/exchange.ts'
import { leavesOpen } from '#analysis/disclosure/interval-audit.ts'
import { crowdOf, type Scope, scopeOf } from '#analysis/disclosure/interval-scope.ts'
import { makeRelease } from '#analysis/disclosure/make-release.ts'
import { placesOf } from '#analysis/disclosure/named-groups.ts'
import { sdc1 } from '#analysis/disclosure/rules.ts'
import {
  type FigureKind,
  shownFamily,
  shownSums,
} from '#analysis/disclosure/shown-sums.ts'
import { Bounds, type Line } from '../../attacks/linear-bounds.ts'
import { randomOrganization } from '../../attacks/random-organization.ts'
import { asMeasured } from '../../attacks/wanted.ts'

const kinds: readonly FigureKind[] = ['meanNeed', 'shareElevated', 'shareHigh']

/**
 * What the rules alone would release of some organizations, by kind of figure. In those with
 * the first, fourth and fifth numbers some figures leave too little open.
 */
const scopes = [1, 2, 5, 8, 30, 48].flatMap((index) => {
  const answering = index % 2 === 0 ? 'low' : 'high'
  const wanted = { ...asMeasured, people: 60 + 4 * index, answering } as const
  return scopesOf(randomOrganization(`exchange ${index}`, wanted))
})

function scopesOf(organization: ReturnType<typeof randomOrganization>): readonly Scope[] {
  const { plan, counts } = organization
  const measured = counts.crossed?.constructs['bio.sleep']
  const released = makeRelease(plan, counts, sdc1).constructs['bio.sleep']
  if (!counts.crossed || !measured || !released) throw new RangeError('expected figures')
  const crossing = crossPlan(plan, counts.crossed)
  return kinds.map((kind) => {
    const crowd = crowdOf(crossing, shownFamily(released, kind), measured.n)
    const sums = shownSums(crossing, released, kind)
    return scopeOf(crowd, valuesOf(measured, kind), sums)
  })
}

/** Bounds in which every atom is an unknown. */
function exactBounds({ named, people, values, up, down }: Scope): Bounds {
  const members = new Map<number, number[]>()
  for (const atom of people.keys()) {
    for (const place of placesOf(named, atom)) {
      members.set(place, [...(members.get(place) ?? []), atom])
    }
  }
  const lines = [...members].flatMap(([place, atoms]): Line[] => {
    const sum = atoms.reduce((all, atom) => all + (values[atom] ?? 0), 0)
    const low = sum - (down[place] ?? 0)
    const high = sum + (up[place] ?? 0)
    const terms = atoms.map((atom) => [atom, 1] as const)
    return high === Infinity ? [] : [{ terms, low: low - 1e-7, high: high + 1e-7 }]
  })
  return new Bounds({ upper: [...people].map((count) => 100 * count), lines })
}

describe('the interval audit', () => {
  it('counts on no exchange of answers that figures would not allow', () => {
    const excess = scopes.flatMap((scope) => {
      using bounds = exactBounds(scope)
      return scope.few.map((atoms) => {
        const people = atoms.reduce((sum, atom) => sum + (scope.people[atom] ?? 0), 0)
        const exact = bounds.width(atoms, 100 * people) / people
        return exchangeWidth(atoms, scope, 100) - exact
      })
    })

    expect(excess.length).toBeGreaterThan(300)
    expect(Math.max(...excess)).toBeLessThan(1e-3)
  })

  it('refuses just what leaves less than half of the scale open', () => {
    const verdicts = scopes.map((scope) => {
      using bounds = exactBounds(scope)
      const isOpen = scope.few.every((atoms) => {
        const people = atoms.reduce((sum, atom) => sum + (scope.people[atom] ?? 0), 0)
        return bounds.width(atoms, 50 * people) / people >= 50 - 1e-4
      })
      return { isOpen, audited: leavesOpen(scope) }
    })

    expect(verdicts.filter(({ isOpen, audited }) => isOpen !== audited)).toEqual([])
    expect(verdicts.filter(({ isOpen }) => !isOpen)).toHaveLength(3)
  })
})
