import { Accordion } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Results } from '#server/results/contract.ts'
import { groupNames } from '../../group-names.ts'
import { useLanguage } from '../../language.tsx'
import { IntervalLine, stepOf } from '../../ui/figure.tsx'
import { HrContext } from './hr-context.tsx'
import { PeopleLine, Sources } from './need-card.tsx'

type Need = Results['needs']['needs'][number]

/** Every need that a source can speak of, greatest first, each opening to what it rests on. */
export function AllNeeds({ results }: { readonly results: Results }): ReactNode {
  const language = useLanguage()
  const { say } = language
  const { needs, gaps } = results.needs
  const units = groupNames(results.release, language)
  return (
    <section className="card" aria-label={say('needs.title')}>
      <Accordion order={2}>
        {needs.map((need) => (
          <Accordion.Item key={need.construct} value={need.construct}>
            <Accordion.Control>
              <span className="need-row">
                <span>{say(`construct.${need.construct}`)}</span>
                <IntervalLine
                  low={need.interval.low}
                  high={need.interval.high}
                  point={need.score}
                />
                <span className={`need-word need-${stepOf(need.score)}`}>
                  {need.score} · {say(`band.${need.band}`)}
                </span>
              </span>
            </Accordion.Control>
            <Accordion.Panel>
              <NeedDetails need={need} units={units} />
              <SinceLastTime construct={need.construct} changes={results.changes} />
              <HrContext construct={need.construct} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      {gaps.length > 0 && (
        <p className="quiet">
          {say('needs.gaps', {
            list: gaps
              .map(
                ({ construct, reason }) =>
                  `${say(`construct.${construct}`)} (${say(reason === 'not-asked' ? 'not-asked' : 'hidden')})`,
              )
              .join('; '),
          })}
        </p>
      )}
    </section>
  )
}

function NeedDetails({
  need,
  units,
}: {
  readonly need: Need
  readonly units: ReadonlyMap<string, string>
}): ReactNode {
  const { say, number } = useLanguage()
  const { interval, stressed, managerGap, targetedUnits, reaches } = need
  return (
    <>
      <PeopleLine need={need} />
      {stressed && (
        <p className="quiet">
          {say('report.stress', {
            low: number(stressed.low),
            high: number(stressed.high),
            of: number(stressed.of),
          })}
        </p>
      )}
      <p>
        {say('need.score', { score: need.score, low: interval.low, high: interval.high })}
      </p>
      {reaches && (
        <p>
          {say('need.reaches', {
            attention: Math.round(100 * reaches.attention),
            action: Math.round(100 * reaches.action),
          })}
        </p>
      )}
      <Sources need={need} />
      <p>
        {say(`convergence.${need.convergence}`)} {say('need.confidence')}{' '}
        <strong>{say(`confidence.${need.confidence}`)}</strong>.
      </p>
      {managerGap !== null && managerGap !== 0 && <ManagerGap gap={managerGap} />}
      {targetedUnits.length > 0 && (
        <p>
          {say('need.targeted', {
            units: targetedUnits.map((id) => units.get(id) ?? id).join(', '),
          })}
        </p>
      )}
    </>
  )
}

/** From here on it is a finding of its own: managers do not see what staff say, or more. */
const tellingGap = 25

/** How far managers are from what staff say of the work. */
export function ManagerGap({ gap }: { readonly gap: number }): ReactNode {
  const { say } = useLanguage()
  const isLower = gap < 0
  return (
    <p>
      {say(isLower ? 'need.managers-lower' : 'need.managers-higher', {
        points: Math.abs(gap),
      })}{' '}
      {Math.abs(gap) >= tellingGap &&
        say(isLower ? 'need.managers-see-less' : 'need.managers-see-more')}
    </p>
  )
}

function SinceLastTime({
  construct,
  changes,
}: {
  readonly construct: Need['construct']
  readonly changes: Results['changes']
}): ReactNode {
  const { say, date } = useLanguage()
  const found = changes?.constructs.find((one) => one.construct === construct)
  if (!changes || !found || found.organization.kind === 'hidden') return null
  const words = { name: changes.name, day: date(changes.releasedOn) }
  const { organization } = found
  return (
    <p>
      {organization.kind === 'no-clear-change'
        ? say('need.no-clear-change', words)
        : say(organization.points > 0 ? 'need.risen' : 'need.fallen', {
            ...words,
            points: Math.abs(organization.points),
          })}
    </p>
  )
}
