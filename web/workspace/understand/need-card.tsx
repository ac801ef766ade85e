import type { ReactNode } from 'react'
import type { Results } from '#server/results/contract.ts'
import { useLanguage } from '../../language.tsx'
import { IntervalLine, stepOf } from '../../ui/figure.tsx'
import { HrContext } from './hr-context.tsx'

type Need = Results['needs']['needs'][number]

/** One of the three greatest needs: in people, with its interval, and who says so. */
export function NeedCard({ need }: { readonly need: Need }): ReactNode {
  const { say } = useLanguage()
  const { construct, score, interval, confidence } = need
  const title = say(`construct.${construct}`)
  return (
    <section className="card need-card" aria-label={title}>
      <div className="line">
        <h2>{title}</h2>
        <span className="badge">{say(`confidence.${confidence}`)}</span>
      </div>
      <PeopleLine need={need} />
      <IntervalLine low={interval.low} high={interval.high} point={score} />
      <p className="quiet">
        {say('need.score', { score, low: interval.low, high: interval.high })}{' '}
        <span className={`need-word need-${stepOf(score)}`}>
          {say(`band.${need.band}`)}
        </span>
      </p>
      <Sources need={need} />
      <HrContext construct={construct} />
    </section>
  )
}

/** "About 180 of 420 (160 to 200) …", where the share may be shown. */
export function PeopleLine({ need }: { readonly need: Need }): ReactNode {
  const { say, number } = useLanguage()
  const { people, construct } = need
  if (!people) return <p>{say('need.no-people')}</p>
  return (
    <p>
      {say(`people.${construct}`, {
        about: number(people.about),
        low: number(people.low),
        high: number(people.high),
        of: number(people.of),
      })}
    </p>
  )
}

/** Which sources speak of it, each in words. */
export function Sources({ need }: { readonly need: Need }): ReactNode {
  const { say } = useLanguage()
  const { survey, focusGroups, managers } = need.sources
  const lines = [
    { name: say('source.survey'), source: survey },
    { name: say('source.focus-groups'), source: focusGroups },
    { name: say('source.managers'), source: managers },
  ]
  return (
    <ul className="sources">
      {lines.map(({ name, source }) => (
        <li key={name}>
          <span
            aria-hidden="true"
            className={source ? dotOf(source.score) : 'dot none'}
          />
          {name}: {source ? Math.round(source.score) : say('need.silent')}
        </li>
      ))}
    </ul>
  )
}

const dotOf = (score: number): string =>
  score >= 40 ? 'dot full' : score >= 20 ? 'dot half' : 'dot none'
