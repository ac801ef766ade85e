import { type Period, toPeriod } from '#analysis/indicators/period.ts'

const half = '(?:H|S|HY|HALVÅR|HALVAR|SEMESTER|SEMESTRUL)'
const forms = [
  /^(?<year>20\d{2})$/,
  new RegExp(`^(?<year>20\\d{2})[ ./-]*${half} ?(?<half>[12])$`),
  new RegExp(`^${half} ?(?<half>[12])[ ./-]*(?<year>20\\d{2})$`),
  new RegExp(`^(?<half>[12])\\.? ?${half}[ ./-]*(?<year>20\\d{2})$`),
]

/** A year or a half-year as people write it: `2025`, `2025-H1`, `H1 2025`, `2025 S1`. */
export function readPeriod(text: string): Period | null {
  for (const form of forms) {
    const parts = form.exec(text.toUpperCase())?.groups
    if (parts)
      return toPeriod(`${parts['year']}${parts['half'] ? `-H${parts['half']}` : ''}`)
  }
  return null
}
