import type { ReactNode } from 'react'
import type { Figure } from '#analysis/disclosure/disclosed.ts'
import { useLanguage } from '../language.tsx'

/** A figure in words: the number, its bound, or that it is not shown. Hidden is never 0. */
export function useFigureWords(): (
  figure: Figure,
  write: (value: number) => string,
) => string {
  const { say } = useLanguage()
  return (figure, write) => {
    switch (figure.kind) {
      case 'shown':
        return write(figure.value)
      case 'at-most':
        return say('at-most', { value: write(figure.value) })
      case 'at-least':
        return say('at-least', { value: write(figure.value) })
      case 'hidden':
        return say('hidden')
    }
  }
}

/** The four steps of need, in the words and colours of the legend. */
export function stepOf(need: number): 1 | 2 | 3 | 4 {
  if (need < 25) return 1
  if (need < 45) return 2
  return need < 65 ? 3 : 4
}

/** An interval before its point, on a scale from 0 to 100. */
export function IntervalLine({
  low,
  high,
  point,
}: {
  readonly low: number
  readonly high: number
  readonly point: number
}): ReactNode {
  return (
    <div className="interval-line" aria-hidden="true">
      <i style={{ left: `${low}%`, width: `${Math.max(1, high - low)}%` }} />
      <b style={{ left: `${point}%` }} />
    </div>
  )
}
