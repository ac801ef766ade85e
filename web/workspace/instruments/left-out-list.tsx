import type { ReactNode } from 'react'
import {
  type LeftOut,
  type LeftOutKind,
  leftOutKinds,
} from '#surveys/instruments/left-out.ts'
import { useLanguage } from '../../language.tsx'

const mostPlaces = 12

/** Everything of a file that is not taken over: why, and where each of it stood. */
export function LeftOutList({
  leftOut,
}: {
  readonly leftOut: readonly LeftOut[]
}): ReactNode {
  const { say } = useLanguage()
  if (leftOut.length === 0) return <p>{say('instruments.left.none')}</p>
  return (
    <>
      <LeftOutOf cost="question" leftOut={leftOut} />
      <LeftOutOf cost="part" leftOut={leftOut} />
    </>
  )
}

function LeftOutOf({
  cost,
  leftOut,
}: {
  readonly cost: 'question' | 'part'
  readonly leftOut: readonly LeftOut[]
}): ReactNode {
  const { say } = useLanguage()
  const some = leftOut.filter(({ kind }) => leftOutKinds[kind] === cost)
  if (some.length === 0) return null
  return (
    <>
      <h4>
        {say(
          cost === 'question' ? 'instruments.left.questions' : 'instruments.left.parts',
        )}
      </h4>
      <ul className="left-out">
        {[...Map.groupBy(some, ({ kind }) => kind)].map(([kind, alike]) => (
          <LeftOutKindLine
            key={kind}
            kind={kind}
            places={alike.map(({ where }) => where)}
          />
        ))}
      </ul>
    </>
  )
}

function LeftOutKindLine({
  kind,
  places,
}: {
  readonly kind: LeftOutKind
  readonly places: readonly string[]
}): ReactNode {
  const { say, number } = useLanguage()
  const listed = places.slice(0, mostPlaces).join(' · ')
  const more = places.length - mostPlaces
  return (
    <li>
      {say(`instruments.left.${kind}`)}{' '}
      <span className="quiet">
        {more > 0
          ? say('instruments.left.more', { places: listed, more: number(more) })
          : say('instruments.left.where', { places: listed })}
      </span>
    </li>
  )
}
