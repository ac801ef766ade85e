import type { ReactNode } from 'react'
import type { CodableSegment } from '#server/coding/contract.ts'
import { useLanguage } from '../../language.tsx'

type Said = Omit<CodableSegment, 'twice' | 'codes'>

/** What was said, and what was noted beside it. */
export function SegmentView({ segment }: { readonly segment: Said }): ReactNode {
  return (
    <blockquote className="segment">
      <p>{segment.text}</p>
      <p className="quiet">
        <SegmentFacts segment={segment} />
      </p>
    </blockquote>
  )
}

function SegmentFacts({
  segment: { group, question, speakers, intensity, tone },
}: {
  readonly segment: Said
}): ReactNode {
  const { say, count } = useLanguage()
  return [
    say('coding.segment.group', { group, question }),
    count('coding.segment.speakers', speakers),
    say(`coding.intensity.${intensity}`),
    say(`coding.tone.${tone}`),
  ].join(' · ')
}
