import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { type CodeId, codesOf } from '#analysis/coding/codebook.ts'
import type { CodableSegment, CodingStudy } from '#server/coding/contract.ts'
import { useCodeWords } from '../../coded-themes/use-code-words.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { CodePicker } from './code-picker.tsx'
import { CodingFrame } from './coding-frame.tsx'
import { offersFor, timesGiven } from './find-codes.ts'
import { suggestionsQuery } from './queries.ts'
import { SegmentList } from './segment-list.tsx'
import { SegmentView } from './segment-view.tsx'
import { StudyCard } from './study-card.tsx'
import { useGiving } from './use-giving.ts'

/** Codes what was said, segment by segment, with the keyboard alone. */
export function CodePage(): ReactNode {
  const { id } = useParams({ from: '/facilitating/facilitate/$id/coding' })
  return (
    <CodingFrame id={id} place="code">
      {(study) => (
        <>
          {study.segments.length > 0 && <Coding id={id} study={study} />}
          <StudyCard id={id} study={study} />
        </>
      )}
    </CodingFrame>
  )
}

function Coding({
  id,
  study,
}: {
  readonly id: string
  readonly study: CodingStudy
}): ReactNode {
  const { say } = useLanguage()
  const { segments } = study
  const [place, setPlace] = useState(() =>
    Math.max(
      0,
      segments.findIndex(({ codes }) => codes === null),
    ),
  )
  const [hasMoved, setMoved] = useState(false)
  const goTo = (to: number): void => {
    setPlace(Math.min(Math.max(0, to), segments.length - 1))
    setMoved(true)
  }
  const giving = useGiving(id)
  const segment = segments[place] ?? segments[0]
  if (!segment) return null
  const isFixed = study.state === 'locked' || isComparedIn(study, segment)
  return (
    <div className="coding-desk">
      <Card title={say('coding.segment', { place: place + 1, all: segments.length })}>
        <Progress segments={segments} />
        {segment.twice && <p className="badge-line">{say('coding.twice')}</p>}
        <SegmentView segment={segment} />
        <GivenCodes study={study} codes={segment.codes} />
        {isFixed ? (
          <p>{say('coding.fixed')}</p>
        ) : (
          <Picking
            key={segment.id}
            id={id}
            study={study}
            segment={segment}
            give={giving.give}
            takesFocus={hasMoved}
            move={(by) => goTo(place + by)}
          />
        )}
        <RefusalNote refusal={giving.error} />
      </Card>
      <SegmentList study={study} place={place} onPlace={goTo} />
    </div>
  )
}

/** What was finished to be compared stands. */
function isComparedIn(study: CodingStudy, { twice }: CodableSegment): boolean {
  const mine = study.coders.find(({ place }) => place === study.me)
  return twice && mine?.finished === true
}

function Picking({
  id,
  study,
  segment,
  takesFocus,
  give,
  move,
}: {
  readonly id: string
  readonly study: CodingStudy
  readonly segment: CodableSegment
  readonly takesFocus: boolean
  readonly give: (segment: string, codes: readonly CodeId[]) => void
  readonly move: (by: 1 | -1) => void
}): ReactNode {
  const { say } = useLanguage()
  const describe = useCodeWords(study.codebook)
  const { data: suggestions = [] } = useQuery(suggestionsQuery(id))
  const given = segment.codes ?? []
  const often = timesGiven(study.segments)
  const own = suggestions.filter((one) => one.segment === segment.id)
  const toggle = (code: CodeId): void =>
    give(
      segment.id,
      given.includes(code) ? given.filter((one) => one !== code) : [...given, code],
    )
  return (
    <>
      <CodePicker
        given={given}
        takesFocus={takesFocus}
        offersOf={(typed) =>
          offersFor(typed, codesOf(study.codebook), describe, own, often)
        }
        onToggle={toggle}
        onRemoveLast={() => give(segment.id, given.slice(0, -1))}
        onMove={(by) => {
          // Gone on without a code: none of them fits, which is an answer.
          if (by === 1 && segment.codes === null) give(segment.id, [])
          move(by)
        }}
      />
      <dl className="shortcuts" aria-label={say('coding.keys')}>
        {shortcuts.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(`coding.keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const shortcuts = [
  [['1', '…', '9'], 'number'],
  [['↑', '↓', 'Enter'], 'arrows'],
  [['Enter'], 'next'],
  [['Page ↓', 'Page ↑'], 'pages'],
  [['⌫'], 'remove'],
] as const

function GivenCodes({
  study,
  codes,
}: {
  readonly study: CodingStudy
  readonly codes: readonly CodeId[] | null
}): ReactNode {
  const { say } = useLanguage()
  const describe = useCodeWords(study.codebook)
  return (
    <p role="status" className="given-codes">
      {codes === null && say('coding.codes.not-yet')}
      {codes?.length === 0 && say('coding.codes.none')}
      {codes?.map((code) => (
        <span key={code} className="code-chip">
          {describe(code).label}
        </span>
      ))}
    </p>
  )
}

function Progress({
  segments,
}: {
  readonly segments: readonly CodableSegment[]
}): ReactNode {
  const { say } = useLanguage()
  const done = segments.filter(({ codes }) => codes !== null).length
  const words = say('coding.progress', { done, all: segments.length })
  return (
    <div className="coding-progress">
      <progress value={done} max={segments.length} aria-label={words} />
      <span>{words}</span>
    </div>
  )
}
