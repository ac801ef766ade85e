import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnnualReport } from '#analysis/disclosure/annual-report.ts'
import { discloseTotals } from '#analysis/disclosure/disclose-totals.ts'
import { sdc1 } from '#analysis/disclosure/rules.ts'
import {
  type AnnualLine,
  type AnnualTableId,
  annualTableIds,
  annualTables,
} from '#analysis/review/annual-lines.ts'
import { totals } from '../analysis/review/a-year.ts'
import { Bounds, type Line } from './linear-bounds.ts'

/** Cases spread over the lines of every table, most of them on few lines. */
const spread = (lines: number) =>
  fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 40 })), {
    minLength: lines,
    maxLength: lines,
  })

/** The same number of cases in every table: what one has more, its last line but one takes. */
function numbersFrom(tables: Readonly<Record<AnnualTableId, readonly number[]>>) {
  const all = Math.max(...Object.values(tables).map((some) => sum(some)), sdc1.group)
  const lines = annualTableIds.flatMap((id) => {
    const counts = tables[id]
    return annualTables[id].map((line, at): readonly [AnnualLine, number] => [
      `${id}.${line}` as AnnualLine,
      (counts[at] ?? 0) + (at === 0 ? all - sum(counts) : 0),
    ])
  })
  return { ...Object.fromEntries(lines), 'contacts.new': all } as Partial<
    Record<AnnualLine, number>
  >
}

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0)

/**
 * Everything that is printed of a table, as lines over unknown numbers of people by line.
 *
 * @param mostOf a true bound of a line that another source gives
 */
function unknownsOf(
  id: AnnualTableId,
  report: AnnualReport,
  mostOf: (line: string) => number,
) {
  const { shown = {}, rest = { lines: [], people: 0 } } = report.tables[id] ?? {}
  const names: readonly string[] = annualTables[id]
  const all = sum([...Object.values(shown), rest.people])
  const equal = (columns: readonly number[], people: number): Line => ({
    terms: columns.map((column) => [column, 1] as const),
    low: people,
    high: people,
  })
  return {
    hidden: rest.lines.map((line) => names.indexOf(line)),
    unknowns: {
      upper: names.map((line) =>
        line === 'other' ? all : (shown[line] ?? mostOf(line)),
      ),
      lines: [
        ...Object.entries(shown).map(([line, people]) =>
          equal([names.indexOf(line)], people),
        ),
        equal(
          rest.lines.map((line) => names.indexOf(line)),
          rest.people,
        ),
      ],
    },
  }
}

describe('a provider’s totals beside a release', () => {
  it('leave every hidden line open by k − 1 people, also to who takes a need as its bound', () => {
    // A need is released as a bound of at least k people, or as more than there are.
    const tables = fc.record({
      route: spread(5),
      topic: spread(8),
      mode: spread(5),
      language: spread(6),
    })
    fc.assert(
      fc.property(tables, (counts) => {
        const numbers = numbersFrom(counts)
        const report = discloseTotals({ ...totals, numbers })

        for (const id of annualTableIds) {
          const { hidden, unknowns } = unknownsOf(id, report, (line) =>
            Math.max(sdc1.group, numbers[`${id}.${line}` as AnnualLine] ?? 0),
          )
          // One line alone in the rest is a line of enough people, shown as it is.
          if (hidden.length === 1 || report.tables[id]?.rest.people === 0) continue
          using bounds = new Bounds(unknowns)
          for (const column of hidden) {
            expect(bounds.width([column], sdc1.group - 1)).toBeGreaterThanOrEqual(
              sdc1.group - 1,
            )
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})
