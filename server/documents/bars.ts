import type { Bar, Block } from '#analysis/orientation/document.ts'

type Bars = Extract<Block, { kind: 'bars' }>

/** What a screen reader says in place of the drawing: its message, then every bar in words. */
export function barsInWords({ alt, bars }: Bars): string {
  const each = bars.map(({ label, text }) => `${label}: ${text}`)
  return [alt, ...each].map((said) => said.replace(/[.\s]+$/, '')).join('. ')
}

/** Where the scale ends: percentages on the whole hundred, anything else at its largest bar. */
export function scaleEnd({ bars, unit }: Bars): number {
  const largest = Math.max(
    0,
    ...bars.map(({ value }) => (value === 'hidden' ? 0 : value)),
  )
  if (unit === '%') return Math.max(100, largest)
  return largest || 1
}

/** The bar's length as a share of the scale, or `null` where there is nothing to draw. */
export function shareOf({ value }: Bar, end: number): number | null {
  return value === 'hidden' ? null : Math.min(1, Math.max(0, value / end))
}
