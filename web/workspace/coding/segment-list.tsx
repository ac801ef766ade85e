import type { ReactNode } from 'react'
import type { CodingStudy } from '#server/coding/contract.ts'
import { useCodeWords } from '../../coded-themes/use-code-words.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'

/** Every segment there is to code, and what it has; a way to any of them. */
export function SegmentList({
  study,
  place,
  onPlace,
}: {
  readonly study: CodingStudy
  readonly place: number
  readonly onPlace: (place: number) => void
}): ReactNode {
  const { say } = useLanguage()
  const describe = useCodeWords(study.codebook)
  return (
    <Card title={say('coding.segments')}>
      <ol className="segment-list">
        {study.segments.map(({ id, text, codes }, index) => (
          <li key={id}>
            <button
              type="button"
              className="plain-button"
              aria-current={index === place ? 'true' : undefined}
              onClick={() => onPlace(index)}
            >
              <span>{text}</span>
              <span className="quiet line">
                {codes === null
                  ? say('coding.codes.not-yet')
                  : codes.map((code) => describe(code).label).join(', ') ||
                    say('coding.codes.none')}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </Card>
  )
}
