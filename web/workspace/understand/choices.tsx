import type { ReactNode } from 'react'
import type { Figure } from '#analysis/disclosure/disclosed.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { useFigureWords } from '../../ui/figure.tsx'

/** How many chose each option of a list, greatest first; hidden ones last. */
export function Choices({
  title,
  prefix,
  figures,
}: {
  readonly title: string
  readonly prefix: string
  readonly figures: Readonly<Partial<Record<string, Figure>>>
}): ReactNode {
  const { say, sayIf, number } = useLanguage()
  const words = useFigureWords()
  const lines = Object.entries(figures)
    .flatMap(([option, figure]) => (figure ? [{ option, figure }] : []))
    .toSorted(
      (a, b) => rankOf(b.figure) - rankOf(a.figure) || a.option.localeCompare(b.option),
    )
  if (lines.length === 0) return null
  return (
    <Card title={title}>
      <p className="quiet">{say('choices.of-100')}</p>
      <dl className="bars">
        {lines.map(({ option, figure }) => (
          <div key={option}>
            <dt>{sayIf(`${prefix}.${option}`)}</dt>
            <dd>
              <span
                className={`bar ${figure.kind === 'hidden' ? 'hidden-value' : ''}`}
                aria-hidden="true"
              >
                {figure.kind !== 'hidden' && (
                  <i style={{ width: `${100 * figure.value}%` }} />
                )}
              </span>
              <span className="bar-value">
                {words(figure, (value) => number(Math.round(100 * value)))}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

const rankOf = (figure: Figure): number => (figure.kind === 'hidden' ? -1 : figure.value)
