import type { ReactNode } from 'react'
import type { Results } from '#server/results/contract.ts'
import { useLanguage } from '../../language.tsx'
import { useFigureWords } from '../../ui/figure.tsx'
import { ManagerGap } from './all-needs.tsx'
import { HrContext } from './hr-context.tsx'
import { PeopleLine } from './need-card.tsx'
import { type SourceName, sourceNames } from './source-words.tsx'

type Need = Results['needs']['needs'][number]

interface Of {
  readonly need: Need
  readonly results: Results
}

/** What a need rests on: released figures, groups as counts, managers as one. */
export function SourceEvidence({ need, results }: Of): ReactNode {
  const { say } = useLanguage()
  const { interval, score, convergence, confidence } = need
  const name = say(`construct.${need.construct}`)
  return (
    <section
      className="evidence"
      aria-label={say('sources.evidence.title', { need: name })}
    >
      <p>
        {say('need.score', { score, low: interval.low, high: interval.high })}{' '}
        {say(`sources.coding.${convergence}.means`)} {say('need.confidence')}{' '}
        <strong>{say(`confidence.${confidence}`)}</strong>.
      </p>
      <dl>
        {sourceNames.map(([source, name]) => (
          <div key={source}>
            <dt>{say(name)}</dt>
            <dd>
              <Behind source={source} need={need} results={results} />
              <Weight source={source} need={need} />
            </dd>
          </div>
        ))}
      </dl>
      <HrContext construct={need.construct} />
    </section>
  )
}

function Behind({ source, ...of }: Of & { readonly source: SourceName }): ReactNode {
  switch (source) {
    case 'survey':
      return <BehindSurvey {...of} />
    case 'focusGroups':
      return <BehindGroups {...of} />
    case 'managers':
      return <BehindManagers {...of} />
  }
}

function BehindSurvey({ need, results }: Of): ReactNode {
  const { say, number, percent } = useLanguage()
  const words = useFigureWords()
  const cell = results.release.constructs[need.construct]?.organization
  if (!need.sources.survey || !cell) return <p>{say('sources.evidence.survey.none')}</p>
  const { answered, shareElevated, shareHigh } = cell
  return (
    <>
      <PeopleLine need={need} />
      <p>
        {answered.kind === 'shown' &&
          say('sources.evidence.answers', {
            from: number(answered.from),
            to: number(answered.to),
          })}{' '}
        {say('sources.evidence.shares', {
          elevated: words(shareElevated, percent),
          high: words(shareHigh, percent),
        })}
      </p>
    </>
  )
}

function BehindGroups({ need, results }: Of): ReactNode {
  const { say } = useLanguage()
  const topic = results.sources.topics[need.construct]
  if (!need.sources.focusGroups || !topic) {
    return <p>{say('sources.evidence.groups.none')}</p>
  }
  return <p>{say('sources.evidence.groups', topic)}</p>
}

function BehindManagers({ need }: Of): ReactNode {
  const { say } = useLanguage()
  if (!need.sources.managers) return <p>{say('sources.evidence.managers.none')}</p>
  return (
    <>
      <p>
        {say('sources.evidence.managers')} {say('sources.evidence.voices')}
      </p>
      {need.managerGap !== null && need.managerGap !== 0 && (
        <ManagerGap gap={need.managerGap} />
      )}
    </>
  )
}

/** How much of the need is this source's. */
function Weight({
  source,
  need: { sources },
}: {
  readonly source: SourceName
  readonly need: Need
}): ReactNode {
  const { say } = useLanguage()
  const own = sources[source]
  if (!own) return null
  const all = Object.values(sources).reduce((sum, one) => sum + (one?.weight ?? 0), 0)
  const percent = Math.round((100 * own.weight) / all)
  return <p className="quiet">{say('sources.evidence.weight', { percent })}</p>
}
