import type { ReactNode } from 'react'
import {
  type IndicatorId,
  indicatorIds,
  indicatorOf,
} from '#analysis/indicators/catalogue.ts'
import { definitionOf } from '#analysis/indicators/in-words.ts'
import { limitWords } from '#analysis/indicators/limits.ts'
import { type Language, useLanguage } from '../../language.tsx'

const isReason = (id: IndicatorId) => indicatorOf(id).measure === 'interviews'
const figures = indicatorIds.filter((id) => !isReason(id))
const reasons = indicatorIds.filter(isReason)

/** What each figure is, of which groups it may be told, and which needs it stands beside. */
export function Meaning(): ReactNode {
  const language = useLanguage()
  const { say } = language
  return (
    <details className="card">
      <summary className="unfold">
        <h2 className="unfold-title">{say('hr.meaning')}</h2>
      </summary>
      <dl className="definitions">
        {figures.map((id) => (
          <div key={id}>
            <dt>{say(`indicator.${id}`)}</dt>
            <dd>
              <Definition id={id} /> <span className="quiet">{beside(id, language)}</span>
            </dd>
          </div>
        ))}
        <div>
          <dt>{say('hr.reasons')}</dt>
          <dd>
            {reasons.slice(0, 1).map((id) => (
              <Definition key={id} id={id} />
            ))}
            <ul className="quiet">
              {reasons.map((id) => (
                <li key={id}>
                  {say(`indicator.${id}`)}. {beside(id, language)}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </details>
  )
}

function Definition({ id }: { readonly id: IndicatorId }): ReactNode {
  const { say, texts } = useLanguage()
  const { measure, reach } = indicatorOf(id)
  return (
    <>
      {definitionOf(id, texts)}{' '}
      <span className="quiet">
        {say('hr.measured', { measure: say(`measure.${measure}`) })}{' '}
        {say(`hr.reach.${reach}`, limitWords)}
      </span>
    </>
  )
}

const beside = (id: IndicatorId, { say }: Language): string =>
  say('hr.beside', {
    needs: indicatorOf(id)
      .beside.map((need) => say(`construct.${need}`))
      .join(', '),
  })
