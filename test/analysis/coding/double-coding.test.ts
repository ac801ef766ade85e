import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseForDoubleCoding } from '#analysis/coding/double-coding.ts'
import type { RouteQuestion, Segment } from '#surveys/focus-groups/segment.ts'

/** Segments of groups and questions in turn. */
function segmentsOf(count: number, groups: number, questions: number): Segment[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `s${index}`,
    group: `g${index % groups}`,
    question: (1 + (Math.floor(index / groups) % questions)) as RouteQuestion,
    text: 'said',
    speakers: 1,
    intensity: 1,
    tone: 'problem',
  }))
}

describe('what two people code', () => {
  it('is a fifth of the segments, rounded up', () => {
    expect(chooseForDoubleCoding(segmentsOf(100, 4, 5), 'seed')).toHaveLength(20)
    expect(chooseForDoubleCoding(segmentsOf(101, 1, 1), 'seed')).toHaveLength(21)
  })

  it('is ten of few, and all of fewer than ten', () => {
    expect(chooseForDoubleCoding(segmentsOf(30, 1, 1), 'seed')).toHaveLength(10)
    expect(chooseForDoubleCoding(segmentsOf(7, 3, 2), 'seed')).toHaveLength(7)
    expect(chooseForDoubleCoding([], 'seed')).toEqual([])
  })

  it('has each group in proportion, to one segment', () => {
    const segments = [
      ...segmentsOf(60, 1, 9),
      ...segmentsOf(140, 1, 9).map((one) => ({ ...one, id: `t${one.id}`, group: 'h' })),
    ]

    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      const chosen = new Set(chooseForDoubleCoding(segments, seed))
      const inFirst = segments.filter((one) => one.group === 'g0' && chosen.has(one.id))
      expect(Math.abs(inFirst.length - 12)).toBeLessThanOrEqual(1)
      expect(chosen.size).toBe(40)
    }
  })

  it('has every group and every question in it, and no segment twice', () => {
    const counts = fc.integer({ min: 1, max: 120 })
    const few = fc.integer({ min: 1, max: 9 })
    fc.assert(
      fc.property(counts, few, few, fc.string(), (count, groups, questions, seed) => {
        const segments = segmentsOf(count, groups, questions)

        const chosen = chooseForDoubleCoding(segments, seed)
        const found = segments.filter(({ id }) => chosen.includes(id))

        expect(new Set(chosen).size).toBe(chosen.length)
        expect(chosen.length).toBeGreaterThanOrEqual(
          Math.min(count, Math.max(10, count / 5)),
        )
        for (const key of ['group', 'question'] as const) {
          expect(new Set(found.map((one) => one[key]))).toEqual(
            new Set(segments.map((one) => one[key])),
          )
        }
      }),
    )
  })

  it('is the same for a seed in whatever order segments come, and another for another', () => {
    const segments = segmentsOf(80, 4, 9)

    const chosen = chooseForDoubleCoding(segments, 'seed').toSorted()

    expect(chooseForDoubleCoding(segments.toReversed(), 'seed').toSorted()).toEqual(
      chosen,
    )
    expect(chooseForDoubleCoding(segments, 'other').toSorted()).not.toEqual(chosen)
  })
})
