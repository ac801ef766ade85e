import type { ReactNode } from 'react'
import type { Results } from '#server/results/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { useRateWords } from '../../ui/rate.ts'
import { fewAnswered, reachOf } from './participation-of.ts'

/** How many answered, and whom the answers may not speak for. */
export function ParticipationCard({
  release,
}: {
  readonly release: Results['release']
}): ReactNode {
  const { say, number, count, locale } = useLanguage()
  const rate = useRateWords()
  const { headcount, responseRate } = release.organization
  const { enough, few, unknown } = reachOf(release)
  const all = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (
    <Card title={say('participation.title')}>
      {headcount !== null && (
        <p>
          {say('understand.answered', {
            rate: rate(responseRate),
            people: number(headcount),
          })}
        </p>
      )}
      {enough.length > 0 && (
        <p>
          {count('participation.enough', enough.length, {
            percent: fewAnswered,
            all: enough.length + few.length + unknown.length,
          })}
        </p>
      )}
      {few.length > 0 && (
        <p>
          {say('participation.few', {
            percent: fewAnswered,
            units: all.format(few.map(({ name }) => name)),
          })}
        </p>
      )}
      {unknown.length > 0 && (
        <p className="quiet">{count('participation.unknown', unknown.length)}</p>
      )}
      <Represents weighting={release.weighting} />
    </Card>
  )
}

/** How even the answers are over units, which is all that can be known of who is missing. */
function Represents({
  weighting,
}: {
  readonly weighting: Results['release']['weighting']
}): ReactNode {
  const { say } = useLanguage()
  if (weighting.kind !== 'shown') return null
  const percent = Math.round(100 * weighting.effectiveShare)
  return (
    <p className="quiet">
      {weighting.designEffect > 1
        ? say('participation.weighted', { percent })
        : say('participation.even')}
    </p>
  )
}
