import { describe, expect, it } from 'vitest'
import { beginAgreement } from './agreement.ts'
import { beginInsiders } from './insiders.ts'
import { populationOf } from './population.ts'
import { everyGroupOfTen } from './published.ts'
import { tryTrees } from './residual-trees.ts'
import { beginSpan } from './span.ts'
import { attackSpan } from './span-attack.ts'
import { attackEach, drawSubjects, subjectOf } from './subjects.ts'
import { asMeasured } from './wanted.ts'

describe('adding and subtracting everything published', () => {
  it('tells of nobody but groups of ten and more', () => {
    const attack = beginSpan(4)

    attackEach(attack, drawSubjects('span', 70, 16, 400))
    attackEach(attack, drawSubjects('large span', 6, 800, 5000))

    expect(attack.outcome().broken).toEqual([])
  })

  it('would tell of few where a threshold of ten is the only rule', () => {
    const seeds = Array.from({ length: 20 }, (_, index) => `ten alone ${index}`)

    const found = seeds.filter((seed) => {
      const { organization, random } = subjectOf(seed, { ...asMeasured, people: 120 })
      const population = populationOf(organization, 0)
      const published = everyGroupOfTen(population)
      const effort = { k: 10, shuffles: 0, random }
      return attackSpan(population, published, effort).computable.length > 0
    })

    expect(found.length).toBeGreaterThan(10)
  })

  it.each([
    [160, 186],
    [200, 344],
    [200, 277],
  ])(
    'tells of ten at least where odd sums are to be had (%i people, %i)',
    (people, index) => {
      const attack = beginSpan(20)

      attack.try(subjectOf(`small ${index}`, { ...asMeasured, people }))

      expect(attack.outcome().broken).toEqual([])
    },
  )

  it('leaves eight others to two who take themselves out', () => {
    const { broken } = attackEach(beginInsiders(1), drawSubjects('insiders', 25, 16, 300))

    expect(broken).toEqual([])
  })

  it('tells of nothing but remainders in a tree, and of ten by the rule', () => {
    const { broken } = tryTrees(400)

    expect(broken).toEqual([])
  })

  it('is found to be safe by the audit just where it is', () => {
    const attack = beginAgreement(10)

    const { broken, figures } = attackEach(attack, drawSubjects('agree', 14, 40, 400))

    expect(broken).toEqual([])
    expect(figures['families compared']).toBeGreaterThanOrEqual(100)
    expect(figures['unsafe']).toBeGreaterThan(20)
    expect(figures['safe']).toBeGreaterThan(20)
  })
})
