import { describe, expect, it } from 'vitest'
import { beginDeterminism } from './determinism.ts'
import { beginDistinguisher } from './distinguisher.ts'
import { beginHidden } from './hidden.ts'
import { tryRates } from './rates.ts'
import { attackEach, drawSubjects } from './subjects.ts'
import { measureUtility } from './utility.ts'

describe('what is hidden', () => {
  it('looks the same whether few answered or it stands beside few', () => {
    const [hidden, distinguisher] = [beginHidden(), beginDistinguisher()]

    for (const subject of drawSubjects('hidden', 40, 40, 300)) {
      hidden.try(subject)
      distinguisher.try(subject)
    }

    expect(hidden.outcome().figures['pairs exchanged']).toBeGreaterThan(3)
    expect(hidden.outcome().broken).toEqual([])
    expect(distinguisher.outcome().broken).toEqual([])
  })

  it('and what is shown do not depend on the order of people, or on who of the same said what', () => {
    const { broken } = attackEach(beginDeterminism(), drawSubjects('order', 10, 16, 300))

    expect(broken).toEqual([])
  })

  it('of the number of answers is five at least', () => {
    const { broken } = tryRates(300)

    expect(broken).toEqual([])
  })
})

describe('what is left to be read', () => {
  it.each([
    [120, 10, 0.73],
    [300, 5, 0.76],
    [1000, 2, 0.77],
  ])('covers most of %i people', (people, count, least) => {
    const { broken } = measureUtility(people, count, least)

    expect(broken).toEqual([])
  })
})
