import { describe, expect, it } from 'vitest'
import {
  discloseTotals,
  restoreAnnualReport,
} from '#analysis/disclosure/disclose-totals.ts'
import { totals, withNumbers } from '../review/a-year.ts'

describe('what may be read of a provider’s totals', () => {
  const report = discloseTotals(totals)

  it('has use with its numerator, denominator and definition', () => {
    expect(report).toMatchObject({
      cases: { kind: 'shown', people: 46 },
      covered: 420,
      use: 11,
      caseMeaning: 'session',
    })
  })

  it('counts a part of a year as a part of a year', () => {
    const half = { ...totals, from: '2026-04' }

    expect(discloseTotals(half).use).toBe(21.9)
  })

  it('has small topics in one line with others, and quarters as halves', () => {
    expect(report.tables.topic).toEqual({
      shown: { mind: 19, work: 12 },
      rest: {
        lines: ['relations', 'care', 'money', 'body', 'dependence', 'other'],
        people: 15,
      },
    })
    expect(report.course).toEqual({ by: 'half', people: [25, 21] })
  })

  it('says of few that they are few, also where they are none', () => {
    const few = discloseTotals(withNumbers({ 'contacts.reopened': 0 }))

    expect(report.contacts.reopened).toEqual({ kind: 'few' })
    expect(few.contacts.reopened).toEqual({ kind: 'few' })
  })

  it('clips shares so that neither side is fewer than ten people', () => {
    // 7 of 46 were referred: a quarter of 45 is 11 people.
    expect(report.referred?.share).toEqual({ kind: 'at-most', value: 0.25 })
    // 22 of 26 were satisfied.
    expect(report.satisfaction?.share).toEqual({ kind: 'at-least', value: 0.6 })
  })

  it('shows a change with an interval from thirty people on, and no mean below twenty', () => {
    const twentyFive = discloseTotals(withNumbers({ 'outcome.matched': 25 }))
    const nineteen = discloseTotals(withNumbers({ 'outcome.matched': 19 }))

    // 17.5 ± (1.96 · 22.5/√30 + 2.5)
    expect(report.outcome?.changes).toEqual([
      {
        kind: 'calm',
        before: { kind: 'shown', value: 37.5 },
        after: { kind: 'shown', value: 55 },
        change: { low: 6, high: 29 },
      },
    ])
    expect(twentyFive.outcome?.changes[0]).toMatchObject({ change: null })
    expect(nineteen.outcome?.changes[0]?.before).toEqual({ kind: 'hidden' })
  })

  it('tells of none but a few complaints, and whether all were resolved', () => {
    expect(report.complaints).toEqual({ count: { kind: 'few' }, allResolved: true })
    expect(report.breaches).toEqual({ count: { kind: 'none' }, allResolved: null })
  })

  it('is empty of people where fewer than ten came', () => {
    const few = discloseTotals({
      ...totals,
      numbers: { 'contacts.new': 9, 'topic.mind': 9, 'flow.waiting': 3 },
    })

    expect(few).toMatchObject({
      cases: { kind: 'few' },
      use: null,
      course: null,
      waiting: null,
      tables: { topic: null },
    })
  })

  it('does not come back from where it is kept with fewer people than it may tell of', () => {
    const tables = {
      ...report.tables,
      topic: { shown: { mind: 9 }, rest: { lines: ['other'], people: 37 } },
    }

    expect(restoreAnnualReport(report)).toEqual(report)
    expect(() => restoreAnnualReport({ ...report, tables })).toThrow(RangeError)
  })
})
